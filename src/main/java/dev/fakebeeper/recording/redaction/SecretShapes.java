package dev.fakebeeper.recording.redaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Knows secrets by their looks. A table of patterns, no more. Safe for use by many threads. */
final class SecretShapes {
  /** Their letters and digits do not belong to what follows. */
  private static final Pattern ESCAPES = Pattern.compile("%[0-9A-Fa-f]{2}|\\\\[a-z\"/]");

  private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

  static {
    shape("private key", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY|ssh-(?:rsa|ed25519) AAAA");
    shape("JSON web token", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.?");
    shape("token of GitHub", "\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})");
    shape("token of Slack", "\\bxox[a-z]-[A-Za-z0-9-]{10,}|\\bxapp-[0-9]-[A-Za-z0-9-]{10,}");
    shape("key of AWS", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b");
    shape("key of Google", "\\bAIza[0-9A-Za-z_-]{30,}|\\bya29\\.[0-9A-Za-z_-]{20,}");
    shape("secret key", "\\b(?:sk|pk|rk)[-_](?:[a-z]{2,8}[-_])?[A-Za-z0-9_-]{20,}");
    shape("token of GitLab", "\\bglpat-[A-Za-z0-9_-]{16,}");
    shape("token of Matrix", "\\bsyt_[A-Za-z0-9_]{10,}|\\bMDAx[A-Za-z0-9_-]{20,}");
    shape("token of npm", "\\bnpm_[A-Za-z0-9]{30,}");
    shape("token of Telegram", "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}");
    shape("webhook", "hooks\\.slack\\.com/services/|discord(?:app)?\\.com/api/webhooks/");
    shape("bearer token", "(?i)\\bbearer\\s+(?!redacted)[A-Za-z0-9._~+/=-]{6,}");
    shape("basic credentials", "(?i)\\bbasic\\s+(?!redacted)[A-Za-z0-9+/=]{8,}");
    shape(
        "token by its name",
        "(?i)(?:access_token|accesstoken|code_verifier|client_secret|refresh_token|password|recoverykey)"
            + "(?:\"\\s*:\\s*\"|=)(?!redacted|\")[^\"&\\s]{4,}");
    shape("password in a URL", "[a-z][a-z0-9+.-]*://[^/\\s:@\"]+:[^/\\s@\"]+@");
    shape(
        "mail address",
        "[\\p{L}\\p{N}._%+-]+@(?!example\\.(?:com|org|net)\\b)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}(?![\\p{L}:])");
    shape(
        "phone number",
        "(?<![\\p{L}\\p{N}])\\+(?!1[ .-]?555)(?!1[ .-]?\\(?[2-9][0-9]{2}\\)?[ .-]?555[ .-]?01[0-9]{2})"
            + "[1-9](?:[ ().-]{0,2}[0-9]){7,14}(?![0-9])");
    shape(
        "phone number",
        "(?<![\\p{L}\\p{N}.-])\\(?(?!555)[2-9][0-9]{2}\\)?[ .-](?!555[ .-]01)[2-9][0-9]{2}[ .-][0-9]{4}(?![\\p{L}\\p{N}-])");
    shape(
        "address of a machine",
        "(?<![0-9A-Za-z.])(?!127\\.|0\\.0\\.0\\.0)(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}"
            + "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![0-9A-Za-z.])");
    shape(
        "address of a machine",
        "(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){5,7}[0-9A-Fa-f]{1,4}(?![0-9A-Fa-f:])");
    shape(
        "path of a machine",
        "(?:/Users/|/home/|/root/|/Volumes/|/var/folders/|[A-Za-z]:\\\\{1,2}Users\\\\)[^\\s\"]");
    shape("path of a file", "file://(?!/media/file-)[^\\s\"]");
  }

  private SecretShapes() {}

  private static void shape(String kind, String pattern) {
    var name = kind;
    while (SHAPES.containsKey(name)) {
      name += " ";
    }
    SHAPES.put(name, Pattern.compile(pattern));
  }

  /**
   * What a text looks like.
   *
   * @param isIssued tells the long runs of letters and digits that are no secret
   */
  static Optional<String> find(String text, Predicate<String> isIssued) {
    for (var shape : SHAPES.entrySet()) {
      if (shape.getValue().matcher(text).find()) {
        return Optional.of(shape.getKey().strip());
      }
    }
    if (CardNumbers.contains(text)) {
      return Optional.of("payment card");
    }
    return Issued.LONG_RUN
        .matcher(ESCAPES.matcher(text).replaceAll(" "))
        .results()
        .map(run -> run.group())
        .filter(run -> isRandom(run) && !isIssued.test(run))
        .map(run -> "long random text")
        .findFirst();
  }

  private static boolean isRandom(String run) {
    return run.chars().anyMatch(Character::isDigit)
        && run.chars().anyMatch(Character::isLetter)
        && run.chars().distinct().count() >= 10;
  }
}
