package dev.fakebeeper.recording.redaction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Numbers the tokens: which are the same is all that is left of them. Thread-safe. */
final class Tokens {
  static final String START = "redacted-token-";

  /**
   * The names of members and parameters that hold tokens, whether the contract knows them or not.
   */
  private static final Set<String> NAMES =
      Set.of(
          "authorization",
          "proxyauthorization",
          "xbeeperaccesstoken",
          "accesstoken",
          "token",
          "refreshtoken",
          "idtoken",
          "leadtoken",
          "code",
          "codeverifier",
          "codechallenge",
          "state",
          "password",
          "passwd",
          "secret",
          "clientsecret",
          "apikey",
          "recoverykey",
          "sig",
          "signature",
          "session",
          "sessionid");

  private final Map<String, String> given = new HashMap<>();

  /** What stands for a token. */
  synchronized String token(String token) {
    return token.isEmpty()
        ? token
        : given.computeIfAbsent(token, unknown -> START + (given.size() + 1));
  }

  static boolean isName(String name) {
    return NAMES.contains(name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT));
  }
}
