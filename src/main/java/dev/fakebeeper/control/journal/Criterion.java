package dev.fakebeeper.control.journal;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that a query wants of an entry.
 *
 * @param name what it is about, such as {@code operation}
 * @param wanted in words
 * @param holds whether an entry has it
 * @param got what an entry has instead, in words; empty for nothing
 */
record Criterion(String name, String wanted, Predicate<Look> holds, Function<Look, String> got) {

  /** A text that must be the same. */
  static Criterion same(String name, String wanted, Function<Look, String> got) {
    return new Criterion(name, wanted, look -> got.apply(look).equals(wanted), got);
  }
}
