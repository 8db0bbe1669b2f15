package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads {@code x-fake-since}: the version that brought a part of the contract. */
final class Since {
  private static final String MEMBER = "x-fake-since";

  private Since() {}

  /** Whether a version already has the described thing; the newest known version has all. */
  static boolean isIn(JsonNode description, ApiVersion version) {
    if (version.isAtLeast(ApiVersion.latest())) {
      return true;
    }
    var since = description.path(MEMBER).asText("");
    return since.isEmpty() || version.isAtLeast(since);
  }
}
