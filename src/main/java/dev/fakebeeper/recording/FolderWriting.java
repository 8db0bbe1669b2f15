package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A locked folder and the ways to write into it. */
record FolderWriting(Path folder, Disk disk, FolderLock lock, FileGate gate) {

  /** Puts JSON in place for people to read. */
  void put(String name, JsonNode json) throws IOException {
    put(name, text(json));
  }

  /** Puts a file in place again, with nothing in it that the gate has not seen. */
  void putAgain(String name, JsonNode json) throws IOException {
    disk.put(folder.resolve(name), text(json));
  }

  private void put(String name, byte[] content) throws IOException {
    gate.check(name, content);
    disk.put(folder.resolve(name), content);
  }

  private static byte[] text(JsonNode json) throws IOException {
    var text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  StoredBodies bodies() {
    return new StoredBodies(folder, this::put);
  }
}
