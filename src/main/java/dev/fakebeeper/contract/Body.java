package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;

/**
 * What an answer carries. A closed family, so that the contract can check each kind and the edge
 * can write each kind.
 */
public sealed interface Body {

  /** No body at all. */
  record Empty() implements Body {}

  /** One JSON value made for this answer. */
  record Json(JsonNode tree) implements Body {}

  /** One JSON value that outlives this answer. */
  record Fragment(JsonFragment value) implements Body {}

  /**
   * A page: a JSON object whose first member {@code items} is an array of fragments.
   *
   * @param items the items in order
   * @param rest the other members of the object, written after {@code items}
   */
  record Page(List<JsonFragment> items, ObjectNode rest) implements Body {
    /** Copies the list. */
    public Page {
      items = List.copyOf(items);
    }
  }

  /** A bare JSON array of fragments. */
  record Items(List<JsonFragment> items) implements Body {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Text of some media type other than JSON. */
  record Text(String contentType, String text) implements Body {}

  /**
   * Bytes that are streamed.
   *
   * @param contentType the media type, empty for no Content-Type header at all
   * @param length how many bytes the stream gives
   * @param source opens the stream; called at most once, closed by the edge
   */
  record Stream(String contentType, long length, Source source) implements Body {}

  /** Opens a stream of bytes. */
  @FunctionalInterface
  interface Source {
    /** Opens the stream at its first byte. */
    InputStream open() throws java.io.IOException;
  }
}
