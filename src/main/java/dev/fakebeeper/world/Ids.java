package dev.fakebeeper.world;

import java.time.Instant;

/**
 * The one source of ids of a world. An immutable value inside the state, so that two runs with the
 * same seed, and a world restored from a snapshot, give the same ids. Ids have the forms of the
 * vendor's: digits for messages, sort keys and local chat ids, {@code m} and microseconds for
 * pending messages, opaque text for the rest.
 *
 * @param seed makes the opaque texts differ between worlds
 * @param taken how many opaque texts were given out
 * @param lastMessageId the last message id
 * @param lastSortKey the last sort key
 * @param lastLocalChatId the last local chat id
 */
public record Ids(
    long seed, long taken, long lastMessageId, long lastSortKey, long lastLocalChatId) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final long SORT_KEY_STEP = 64;

  /** A fresh source. */
  public static Ids seeded(long seed) {
    return new Ids(seed, 0, 600_000, 9_216, 1_000);
  }

  Ids next() {
    return new Ids(seed, taken + 1, lastMessageId, lastSortKey, lastLocalChatId);
  }

  Ids nextMessage() {
    return new Ids(seed, taken, lastMessageId + 1, lastSortKey + SORT_KEY_STEP, lastLocalChatId);
  }

  Ids nextChat() {
    return new Ids(seed, taken + 1, lastMessageId, lastSortKey, lastLocalChatId + 1);
  }

  /** Never gives out what data already uses. */
  public Ids pastMessage(long messageId, long sortKey) {
    return new Ids(
        seed,
        taken,
        Math.max(lastMessageId, messageId),
        Math.max(lastSortKey, sortKey),
        lastLocalChatId);
  }

  /** Never gives out a local chat id that data already uses. */
  public Ids pastLocalChat(long localChatId) {
    return new Ids(seed, taken, lastMessageId, lastSortKey, Math.max(lastLocalChatId, localChatId));
  }

  /** The opaque text that belongs to the present position. */
  String text(int length) {
    var out = new StringBuilder(length);
    var state = mix(seed ^ mix(taken));
    for (var i = 0; i < length; i++) {
      out.append(ALPHABET.charAt((int) Long.remainderUnsigned(state, ALPHABET.length())));
      state = mix(state + i);
    }
    return out.toString();
  }

  static String pendingId(Instant now, long number) {
    var micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    return "m" + (micros + number % 1_000);
  }

  /** SplitMix64's finaliser: every bit of the input reaches every bit of the output. */
  private static long mix(long value) {
    var z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
