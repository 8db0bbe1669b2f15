package dev.fakebeeper.events;

import java.util.function.UnaryOperator;

/**
 * What a rule does to an event on its way to a client. Of the rules that match an event, all that
 * change its text do so, in the order in which they were added; how it goes is decided by the first
 * that has a say in it.
 */
public sealed interface StreamEffect {

  /** Decides whether, when and how often an event goes out. */
  sealed interface OfItsWay extends StreamEffect {
    /** When the event gets its number. */
    Numbering numbering();
  }

  /** Changes the text of an event; the contract is not held against it then. */
  sealed interface OfItsText extends StreamEffect {
    /** The frame in another form; the same where there is nothing to change. */
    String alter(String text);

    /** What an observer is told of it. */
    Alteration alteration();
  }

  /** How many events one act takes: each by itself, but for those that change places. */
  default int size() {
    return 1;
  }

  /**
   * The event never goes out. Numbered {@linkplain Numbering#ON_ARRIVAL on arrival} it leaves a gap
   * in {@code seq}, else none.
   */
  record Lose(Numbering numbering) implements OfItsWay {}

  /**
   * The event goes out several times in a row, under one number when numbered {@linkplain
   * Numbering#ON_ARRIVAL on arrival}, else each under its own.
   *
   * @param copies how often in all, 2 or more
   */
  record Duplicate(int copies, Numbering numbering) implements OfItsWay {
    /** Looks at the number. */
    public Duplicate {
      requireAtLeastTwo("copies", copies);
    }
  }

  /**
   * Events are kept until there is a number of them; then the last goes first.
   *
   * @param size how many change places, 2 or more
   */
  record Reorder(int size, Numbering numbering) implements OfItsWay {
    /** Looks at the number. */
    public Reorder {
      requireAtLeastTwo("size", size);
    }
  }

  /** Events are kept back until they are released, and then go in the order in which they came. */
  record Hold(Numbering numbering) implements OfItsWay {}

  /** {@code message.upserted} goes out without its {@code entries}; other types do not match. */
  record WithoutEntries() implements OfItsText {
    static final String TYPE = "message.upserted";

    @Override
    public String alter(String text) {
      return EventText.withoutEntries(text);
    }

    @Override
    public Alteration alteration() {
      return Alteration.WITHOUT_ENTRIES;
    }
  }

  /** {@code ts} goes out as a number of milliseconds, as on the vendor's documentation page. */
  record NumberTimestamps() implements OfItsText {
    @Override
    public String alter(String text) {
      return EventText.withNumberTimestamp(text);
    }

    @Override
    public Alteration alteration() {
      return Alteration.NUMBER_TIMESTAMP;
    }
  }

  /**
   * The frame is written anew by the caller, for whatever no other effect does.
   *
   * @param rewriting gives the new text of a frame; must be quick, must not block and is called on
   *     the stream's turn, once for each connection and copy. If it throws, the frame goes out as
   *     it was and the log says so
   */
  record Rewrite(UnaryOperator<String> rewriting) implements OfItsText {
    @Override
    public String alter(String text) {
      return rewriting.apply(text);
    }

    @Override
    public Alteration alteration() {
      return Alteration.REWRITTEN;
    }
  }

  private static void requireAtLeastTwo(String name, int value) {
    if (value < 2) {
      throw new IllegalArgumentException(name + " (" + value + ") must be 2 or more");
    }
  }
}
