package dev.fakebeeper.control.coverage;

import java.math.BigDecimal;

/** Percentages as people write them. */
final class Percent {
  private Percent() {}

  /** Without a decimal that says nothing: 80, 7.2. */
  static String text(double percent) {
    if (!Double.isFinite(percent)) {
      return String.valueOf(percent);
    }
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }
}
