package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;

/** Writes archives. Thread-safe. */
public final class HarFile {
  private HarFile() {}

  /**
   * Writes an archive in UTF-8, entry by entry. The stream stays open.
   *
   * @param entries each is asked for when it is its turn, so that one at a time is in memory
   */
  public static void write(List<Supplier<HarEntry>> entries, OutputStream out) throws IOException {
    try (var json = Json.mapper().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeObjectFieldStart("log");
      json.writeStringField("version", "1.2");
      json.writeObjectFieldStart("creator");
      json.writeStringField("name", "fake-beeper");
      json.writeStringField("version", version());
      json.writeEndObject();
      json.writeArrayFieldStart("entries");
      for (var entry : entries) {
        json.writeTree(EntryForm.of(entry.get()));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static String version() {
    var version = HarFile.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
