package dev.fakebeeper.control.journal;

import java.util.Locale;
import java.util.Set;

/** The names that secrets go by in this API, in headers, parameters, bodies and frames. */
final class SecretNames {
  private static final Set<String> NAMES =
      Set.of(
          "authorization",
          "proxyauthorization",
          "cookie",
          "setcookie",
          "xfakebeepercontroltoken",
          "xbeeperaccesstoken",
          "token",
          "accesstoken",
          "refreshtoken",
          "leadtoken",
          "clientsecret",
          "codeverifier",
          "password",
          "recoverykey",
          "existingrecoverykey");

  private SecretNames() {}

  /** Whether a value under this name is a secret, however the name is spelled. */
  static boolean contains(String name) {
    return NAMES.contains(name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT));
  }
}
