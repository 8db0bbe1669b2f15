package dev.fakebeeper.recording.redaction;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Numbers and letters that follow from a text and a secret key. Safe for use by many threads. */
final class Keyed {
  static final String ALGORITHM = "HmacSHA256";

  private final Mac initial;

  Keyed(byte[] key) {
    try {
      initial = Mac.getInstance(ALGORITHM);
      initial.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + ALGORITHM, e);
    }
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
      var mac = (Mac) initial.clone(); // to look a new one up takes longer than to use it
      return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the one of every Java can be cloned", e);
    }
  }
}
