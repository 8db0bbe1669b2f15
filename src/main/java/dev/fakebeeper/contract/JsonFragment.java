package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value that is validated once and serialised once, however often it is shown.
 *
 * <p>Whoever makes a fragment keeps it as long as the value behind it lives (an entity of the world
 * is immutable, so its fragment never changes). The contract remembers on the fragment which schema
 * it has been checked against. Safe for use by many threads: at worst two of them do the same
 * check.
 */
public final class JsonFragment {
  private final byte[] bytes;
  private volatile @Nullable Object checkedAgainst;

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
    return schema.equals(checkedAgainst);
  }

  void markCheckedAgainst(Object schema) {
    checkedAgainst = schema;
  }
}
