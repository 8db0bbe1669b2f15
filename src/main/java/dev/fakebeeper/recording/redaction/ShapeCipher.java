package dev.fakebeeper.recording.redaction;

import java.math.BigInteger;

/**
 * Turns a run of ASCII letters and digits into another of the same shape: digits stay digits, small
 * letters small, capitals capital, and a number does not begin to start with 0. Two different runs
 * never become the same, since this is a permutation (a Feistel network over the runs of one
 * shape); so nothing needs to be remembered. Safe for use by many threads.
 */
final class ShapeCipher {
  private static final int ROUNDS = 8;

  /** Half of so many characters is less than a digest, so each of them changes. */
  private static final int LONGEST = 48;

  private final Keyed keyed;

  ShapeCipher(Keyed keyed) {
    this.keyed = keyed;
  }

  /** The run that stands for a run. A single character stands for itself. */
  String encrypted(String run) {
    if (run.length() <= LONGEST) {
      return block(run, "");
    }
    var whole = new StringBuilder();
    for (int start = 0; start < run.length(); start += LONGEST) {
      int end = Math.min(run.length(), start + LONGEST);
      var before = run.substring(Math.max(0, start - LONGEST), start);
      whole.append(block(run.substring(start, end), before));
    }
    return whole.toString();
  }

  private String block(String run, String before) {
    int middle = run.length() / 2;
    if (middle == 0) {
      return run;
    }
    var left = new Half(run, 0, middle);
    var right = new Half(run, middle, run.length());
    for (int round = 0; round < ROUNDS; round++) {
      var purpose = "shape %d %s %s %s".formatted(round, left.shape, right.shape, before);
      if (round % 2 == 0) {
        left.add(keyed.number(purpose, right.text(), left.size));
      } else {
        right.add(keyed.number(purpose, left.text(), right.size));
      }
    }
    return left.text() + right.text();
  }

  /** One half of a run as a number whose digits have bases of their own. */
  private static final class Half {
    private final String shape;
    private final BigInteger size;
    private BigInteger value = BigInteger.ZERO;

    Half(String run, int start, int end) {
      var kinds = new StringBuilder();
      var product = BigInteger.ONE;
      for (int i = start; i < end; i++) {
        char kind = kind(run.charAt(i), i == 0);
        kinds.append(kind);
        product = product.multiply(base(kind));
        value = value.multiply(base(kind)).add(BigInteger.valueOf(run.charAt(i) - first(kind)));
      }
      shape = kinds.toString();
      size = product;
    }

    void add(BigInteger number) {
      value = value.add(number).mod(size);
    }

    String text() {
      var text = new char[shape.length()];
      var rest = value;
      for (int i = text.length - 1; i >= 0; i--) {
        var parts = rest.divideAndRemainder(base(shape.charAt(i)));
        text[i] = (char) (first(shape.charAt(i)) + parts[1].intValueExact());
        rest = parts[0];
      }
      return new String(text);
    }

    private static char kind(char c, boolean isFirst) {
      if (c >= '0' && c <= '9') {
        return !isFirst ? '0' : c == '0' ? 'z' : '1';
      }
      return c >= 'a' ? 'a' : 'A';
    }

    private static char first(char kind) {
      return kind == 'z' ? '0' : kind;
    }

    private static BigInteger base(char kind) {
      return BigInteger.valueOf(
          switch (kind) {
            case '0' -> 10;
            case '1' -> 9;
            case 'z' -> 1;
            default -> 26;
          });
    }
  }
}
