package dev.fakebeeper.control.faults;

import java.util.OptionalLong;

/** Which of the calls that match a fault it strikes, by their number; the first call is 1. */
public sealed interface Count {

  /** Whether it strikes the call with a number. */
  boolean strikes(long call);

  /** How many more calls it can strike when some have come; empty for no end. */
  OptionalLong remaining(long calls);

  /** In words, such as {@code every third}. */
  String describe();

  /** Every call. */
  record Always() implements Count {
    @Override
    public boolean strikes(long call) {
      return true;
    }

    @Override
    public OptionalLong remaining(long calls) {
      return OptionalLong.empty();
    }

    @Override
    public String describe() {
      return "all";
    }
  }

  /** One call. */
  record Nth(long number) implements Count {
    /** Checks the number. */
    public Nth {
      requirePositive("nth", number);
    }

    @Override
    public boolean strikes(long call) {
      return call == number;
    }

    @Override
    public OptionalLong remaining(long calls) {
      return OptionalLong.of(calls < number ? 1 : 0);
    }

    @Override
    public String describe() {
      return "number " + number + " of the";
    }
  }

  /** The first calls. */
  record First(long number) implements Count {
    /** Checks the number. */
    public First {
      requirePositive("first", number);
    }

    @Override
    public boolean strikes(long call) {
      return call <= number;
    }

    @Override
    public OptionalLong remaining(long calls) {
      return OptionalLong.of(Math.max(0, number - calls));
    }

    @Override
    public String describe() {
      return "the first " + number;
    }
  }

  /** Every call whose number can be divided by another. */
  record Every(long number) implements Count {
    /** Checks the number. */
    public Every {
      requirePositive("every", number);
    }

    @Override
    public boolean strikes(long call) {
      return call % number == 0;
    }

    @Override
    public OptionalLong remaining(long calls) {
      return OptionalLong.empty();
    }

    @Override
    public String describe() {
      return "one in " + number;
    }
  }

  /** All calls but the first ones. */
  record After(long number) implements Count {
    /** Checks the number. */
    public After {
      requirePositive("after", number);
    }

    @Override
    public boolean strikes(long call) {
      return call > number;
    }

    @Override
    public OptionalLong remaining(long calls) {
      return OptionalLong.empty();
    }

    @Override
    public String describe() {
      return "all after the first " + number;
    }
  }

  private static void requirePositive(String name, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " (" + number + ") must be 1 or more");
    }
  }
}
