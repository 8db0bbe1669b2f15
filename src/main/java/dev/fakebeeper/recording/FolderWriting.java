package dev.fakebeeper.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A locked folder and the ways to write into it. */
record FolderWriting(Path folder, Disk disk, FolderLock lock) {

  /** Puts JSON in place for people to read. */
  void put(String name, JsonNode json) throws IOException {
    var text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    disk.put(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  StoredBodies bodies() {
    return new StoredBodies(folder, disk);
  }
}
