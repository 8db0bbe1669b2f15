package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** {@code recording.json}: what a folder is, and how much it holds. */
final class HeadFile {
  static final String NAME = "recording.json";
  private static final String FORMAT = "fakeBeeperRecording";
  private static final int VERSION = 1;

  /** Of a folder that plain WireMock filled: nobody knows when. */
  static final RecordingHead UNKNOWN = new RecordingHead(Instant.EPOCH, null, null);

  private HeadFile() {}

  static ObjectNode write(RecordingHead head, RecordingCounts counts) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put(FORMAT, VERSION);
    json.put("startedAt", head.startedAt().toString());
    json.put("contractVersion", head.contractVersion());
    json.put("desktopVersion", head.desktopVersion());
    json.putObject("counts")
        .put("calls", counts.calls())
        .put("sockets", counts.sockets())
        .put("frames", counts.frames());
    return json;
  }

  static RecordingHead read(JsonNode json) throws UnreadableException {
    if (!json.path(FORMAT).isInt()) {
      throw new UnreadableException(FORMAT, "is missing: the file was written by something else");
    }
    if (json.path(FORMAT).asInt() > VERSION) {
      throw new UnreadableException(
          FORMAT,
          "is %s, and this fake-beeper knows up to %d. Use the version that made it, or a newer one"
              .formatted(json.path(FORMAT), VERSION));
    }
    return new RecordingHead(
        startedAt(json.path("startedAt")),
        textOrNull(json.path("contractVersion")),
        textOrNull(json.path("desktopVersion")));
  }

  private static Instant startedAt(JsonNode value) throws UnreadableException {
    try {
      return Instant.parse(value.asText());
    } catch (DateTimeParseException e) {
      throw new UnreadableException(
          "startedAt", "must be an instant such as 2026-03-02T09:00:00Z, not " + value);
    }
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }
}
