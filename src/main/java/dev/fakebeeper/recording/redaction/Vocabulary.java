package dev.fakebeeper.recording.redaction;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that say nothing about anybody, and the shapes of such words. */
final class Vocabulary {
  /**
   * What ids, servers and URLs of the API are made of. A word of this list stays as it is in them.
   */
  private static final Set<String> WORDS =
      Set.of(
          "beeper",
          "com",
          "org",
          "net",
          "local",
          "localhost",
          "localmxc",
          "mxc",
          "matrix",
          "whatsapp",
          "whatsappgo",
          "lid",
          "discord",
          "discordgo",
          "slack",
          "slackgo",
          "telegram",
          "telegramgo",
          "instagram",
          "instagramgo",
          "facebook",
          "facebookgo",
          "messenger",
          "twitter",
          "signal",
          "linkedin",
          "bluesky",
          "imessage",
          "imsg",
          "imessagego",
          "gmessages",
          "googlechat",
          "googlevoice",
          "thread",
          "any",
          "ba",
          "room",
          "example",
          "oauth",
          "callback",
          "https",
          "http",
          "file",
          "media",
          "png",
          "jpg",
          "v0",
          "v1");

  /** Pseudonyms must not look like the beginning of a token of some vendor. */
  private static final Set<String> TOKEN_PREFIXES =
      Set.of("ghp", "gho", "ghu", "ghs", "ghr", "sk", "pk", "rk", "glpat", "syt", "npm");

  private static final List<String> TOKEN_STARTS =
      List.of("eyJ", "AKIA", "ASIA", "AIza", "xox", "ya29", "SG", "EAA");

  /** Words as in {@code FAIL}, {@code afterSend}, {@code whatsapp}; no long row of letters. */
  private static final String WORD =
      "(?:[A-Z]{1,14}|[A-Z]?[a-z]{1,14}(?:[A-Z]{1,4}[a-z]{0,13}){0,4})";

  /** A value that programs know: words with joints of one kind. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(?=.{1,24}$)WORD(?:(_WORD){0,4}|(-WORD){0,4}|(\\.WORD){0,4})".replace("WORD", WORD));

  /** The name of a member or a parameter. */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,24}$)[a-z]{1,14}(?:[A-Z]{1,4}[a-z]{0,13}){0,4}(?:_[a-z]{1,14}){0,4}");

  private Vocabulary() {}

  /** Whether a part of an id is one of the words of all ids. */
  static boolean isKnown(String part) {
    return WORDS.contains(part);
  }

  /** Whether a made up part of an id could be misread. */
  static boolean isMisleading(String part) {
    return WORDS.contains(part)
        || TOKEN_PREFIXES.contains(part)
        || TOKEN_STARTS.stream().anyMatch(part::startsWith)
        || CardNumbers.contains(part);
  }

  /**
   * Whether a text where the API has words of its own looks like one. A secret of letters alone
   * would pass too; the app does not put any there.
   */
  static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }

  /** Whether a text where names stand looks like one. The same holds of a secret. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
