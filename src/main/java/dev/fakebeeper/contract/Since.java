package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads {@code x-fake-since}, the version that brought a part of the contract, and {@code
 * x-fake-gone}, the version that took it away and the one that brought it back.
 */
final class Since {
  static final String SINCE = "x-fake-since";
  static final String GONE = "x-fake-gone";

  private Since() {}

  /** Whether a version has the described thing; the newest known version has all. */
  static boolean isIn(JsonNode description, ApiVersion version) {
    if (version.isAtLeast(ApiVersion.latest())) {
      return true;
    }
    var since = description.path(SINCE).asText("");
    return (since.isEmpty() || version.isAtLeast(since)) && !isGone(description, version);
  }

  private static boolean isGone(JsonNode description, ApiVersion version) {
    var gone = description.path(GONE);
    return gone.size() == 2
        && version.isAtLeast(gone.get(0).asText())
        && !version.isAtLeast(gone.get(1).asText());
  }
}
