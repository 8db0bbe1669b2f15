package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Json;

/** Reads frames that were kept. */
final class Frames {
  private Frames() {}

  /** A frame as JSON; a missing node for a frame of anything else, and where there is none. */
  static JsonNode tree(SocketEvent event) {
    try {
      return event.text().startsWith("{")
          ? Json.mapper().readTree(event.text())
          : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // a client may send anything
    }
  }
}
