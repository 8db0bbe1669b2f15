package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads {@code x-fake-since}: the version that brought a part of the contract. */
final class Since {
  private static final String MEMBER = "x-fake-since";

  private Since() {}

  /** Whether a version already has the described thing; what says nothing was always there. */
  static boolean isIn(JsonNode description, ApiVersion version) {
    var since = description.path(MEMBER).asText("");
    return since.isEmpty() || version.isAtLeast(since);
  }
}
