package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change of a JSON value that asks no schema. A pointer is a JSON pointer in which {@code *}
 * stands for every item of an array or every member of an object; a member that is really called
 * {@code *} cannot be named alone.
 */
public sealed interface JsonEdit {

  /** Where it applies. */
  String pointer();

  /**
   * Puts a value in place of what is there. A member that is absent is added to every object that
   * the pointer leads to; an array gets no new items.
   *
   * @param pointer where; empty for the whole
   * @param value the new value; never written to
   */
  record Set(String pointer, JsonNode value) implements JsonEdit {
    /**
     * Checks the pointer.
     *
     * @throws IllegalArgumentException if it is no JSON pointer
     */
    public Set {
      PointerPattern.of(pointer);
    }
  }

  /**
   * Takes a member or an item away.
   *
   * @param pointer what; never empty
   */
  record Remove(String pointer) implements JsonEdit {
    /**
     * Checks the pointer.
     *
     * @throws IllegalArgumentException if it is no JSON pointer, or means the whole
     */
    public Remove {
      if (PointerPattern.of(pointer).steps().isEmpty()) {
        throw new IllegalArgumentException(
            "the pointer of a removal is empty, and without the whole nothing is left;"
                + " name a member, such as /items/0/preview, or set the whole to another value");
      }
    }
  }
}
