package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which mapping answered a request last. Several answers to one request become a stub scenario of
 * WireMock, one state for each, and the last one stays. Remembers some hundred bytes for each
 * different request.
 */
final class Sequences {
  private static final String SCENARIO = "scenarioName";
  private static final String NEEDED = "requiredScenarioState";
  private static final String NEXT = "newScenarioState";

  private final Map<String, Last> lastOf = new HashMap<>();

  /**
   * The last mapping of a request.
   *
   * @param file that of the mapping
   * @param scenario the name of its stub scenario, once it has one
   * @param count how many there are
   */
  record Last(String file, String scenario, int count) {}

  /** Remembers a mapping that is on disk already. */
  void remember(JsonNode mapping, String file, String name) {
    var key = key(mapping);
    var before = lastOf.get(key);
    lastOf.put(
        key,
        before == null
            ? new Last(file, mapping.path(SCENARIO).asText(name), 1)
            : new Last(file, before.scenario(), before.count() + 1));
  }

  /**
   * Gives a new mapping its place at the end of its sequence; {@link #remember} it once it is
   * written.
   *
   * @return what was the last one before and must be told to {@link #lead} to it, null when it is
   *     the first
   */
  @Nullable Last place(ObjectNode mapping) {
    var before = lastOf.get(key(mapping));
    if (before != null) {
      mapping.put(SCENARIO, before.scenario());
      mapping.put(NEEDED, String.valueOf(before.count() + 1));
    }
    return before;
  }

  /** Lets the mapping that was the last of a sequence lead to the next one. */
  static void lead(ObjectNode mapping, Last last) {
    mapping.put(SCENARIO, last.scenario());
    mapping.put(NEEDED, last.count() == 1 ? "Started" : String.valueOf(last.count()));
    mapping.put(NEXT, String.valueOf(last.count() + 1));
  }

  private static String key(JsonNode mapping) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Json.bytes(mapping.path("request"))));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
