package dev.fakebeeper.stubs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.recording.UrlSpelling;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * One mapping of a recording, made ready for the engine: its URL spelled as that of every request
 * is, and an id that is the same in each run.
 *
 * @param name where it is from, for people
 * @param json the mapping
 */
record ReplayFile(String name, ObjectNode json) {

  /** The file that its body is in; empty when it stands in the mapping or is made by a template. */
  Optional<String> bodyFile() {
    var name = json.at("/response/bodyFileName");
    return Optional.of(name.asText()).filter(file -> name.isTextual() && !file.contains("{{"));
  }

  /** Where WireMock had it among its mappings; 0 for one that never was there. */
  long age() {
    return json.path("insertionIndex").asLong(0);
  }

  /** A mapping that answers as late as the app did, unless its author wants another delay. */
  ReplayFile timed() {
    var took = json.at("/metadata/fakeBeeper/tookMs");
    var response = json.path("response");
    if (!took.isIntegralNumber()
        || !(response instanceof ObjectNode)
        || response.has("fixedDelayMilliseconds")
        || response.has("delayDistribution")) {
      return this;
    }
    var slow = json.deepCopy();
    slow.withObject("/response").put("fixedDelayMilliseconds", took.asLong());
    return new ReplayFile(name, slow);
  }

  /** The JSON for the engine. */
  String text() {
    var ready = json.deepCopy();
    ready.remove("uuid");
    ready.put("id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    if (!ready.path("name").isTextual()) {
      ready.put("name", name);
    }
    if (ready.path("request") instanceof ObjectNode request) {
      spell(request);
    }
    return ready.toString();
  }

  private static void spell(ObjectNode request) {
    var url = request.path("url");
    if (url.isTextual()) {
      request.put("url", UrlSpelling.url(url.asText()));
    }
    JsonNode path = request.path("urlPath");
    if (path.isTextual()) {
      request.put("urlPath", UrlSpelling.path(path.asText()));
    }
  }
}
