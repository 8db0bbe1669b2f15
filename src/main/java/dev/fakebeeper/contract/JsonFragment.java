package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One JSON value that is validated once and serialised once, however often it is shown.
 *
 * <p>Whoever makes a fragment keeps it as long as the value behind it lives (an entity of the world
 * is immutable, so its fragment never changes). The contract remembers on the fragment which
 * schemas it has been checked against. Safe for use by many threads: at worst two of them do the
 * same check.
 */
public final class JsonFragment {
  /** An entity is shown in so many forms at most; beyond that the oldest memory is dropped. */
  private static final int MAX_SCHEMAS = 4;

  private static final Object[] UNCHECKED = {};

  private final byte[] bytes;
  private volatile Object[] checkedAgainst = UNCHECKED;

  private JsonFragment(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fragment of the given value, which must not be changed afterwards. */
  public static JsonFragment of(JsonNode value) {
    return new JsonFragment(Json.bytes(value));
  }

  /** A fragment of bytes that are known to be one JSON value; not copied. */
  public static JsonFragment ofBytes(byte[] json) {
    return new JsonFragment(json);
  }

  /** The value as UTF-8 JSON; not copied, never written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** The value parsed again. */
  public JsonNode tree() {
    return Json.parse(bytes);
  }

  boolean isCheckedAgainst(Object schema) {
    for (var known : checkedAgainst) {
      if (known == schema) {
        return true;
      }
    }
    return false;
  }

  /** The schemas it has been checked against; the same array as long as nothing was added. */
  Object[] memory() {
    return checkedAgainst;
  }

  /** The array is replaced and never written to, so a reader sees the old or the new memory. */
  void markCheckedAgainst(Object schema) {
    var known = checkedAgainst;
    int kept = Math.min(known.length, MAX_SCHEMAS - 1);
    var next = new Object[kept + 1];
    System.arraycopy(known, known.length - kept, next, 0, kept);
    next[kept] = schema;
    checkedAgainst = next;
  }
}
