package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the app calls itself (observed).
 *
 * @param version the build
 */
record AppFacts(String version) {

  /** Its version, name and bundle id. */
  ObjectNode named() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", "Beeper")
        .put("version", version)
        .put("bundle_id", "com.automattic.beeper.desktop");
  }
}
