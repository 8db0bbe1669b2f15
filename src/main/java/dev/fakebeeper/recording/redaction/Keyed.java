package dev.fakebeeper.recording.redaction;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Numbers and letters that follow from a text and a secret key. Safe for use by many threads. */
final class Keyed {
  static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Keyed(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A number below a bound. The purpose keeps apart what must not be comparable. */
  BigInteger number(String purpose, String text, BigInteger bound) {
    return new BigInteger(1, digest(purpose, text)).mod(bound);
  }

  /** A number below a bound. */
  int number(String purpose, String text, int bound) {
    return number(purpose, text, BigInteger.valueOf(bound)).intValueExact();
  }

  /** A made up word of small letters that stands for a text. */
  String label(String purpose, String text, int length) {
    var label = new StringBuilder();
    var rest = new BigInteger(1, digest(purpose, text));
    for (int i = 0; i < length; i++) {
      var parts = rest.divideAndRemainder(BigInteger.valueOf(26));
      label.append((char) ('a' + parts[1].intValueExact()));
      rest = parts[0];
    }
    return label.toString();
  }

  private byte[] digest(String purpose, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
  }
}
