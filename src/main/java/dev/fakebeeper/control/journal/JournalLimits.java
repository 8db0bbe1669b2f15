package dev.fakebeeper.control.journal;

/**
 * How much a journal keeps. Whichever limit is reached first, the oldest entries give way.
 *
 * @param entries how many entries, 0 for a journal that keeps nothing
 * @param bytes how many bytes they may hold, estimated; above 0
 */
public record JournalLimits(int entries, long bytes) {
  /** 10,000 entries, 64 MiB. */
  public static final JournalLimits DEFAULT = new JournalLimits(10_000, 64L * 1024 * 1024);

  /** Keeps nothing. */
  public static final JournalLimits OFF = new JournalLimits(0, DEFAULT.bytes());

  /** Refuses what no journal can keep to. */
  public JournalLimits {
    require(entries >= 0, "entries", entries, "be 0 or more; 0 keeps nothing");
    require(bytes > 0, "bytes", bytes, "be positive");
  }

  private static void require(boolean holds, String name, long value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s (%d) must %s".formatted(name, value, rule));
    }
  }

  /** These limits with another number of entries. */
  public JournalLimits withEntries(int number) {
    return new JournalLimits(number, bytes);
  }

  boolean areOff() {
    return entries == 0;
  }
}
