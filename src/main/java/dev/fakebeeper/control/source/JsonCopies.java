package dev.fakebeeper.control.source;

import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the JSON copies of bundled data files that {@link BundledFile} reads. The build runs it;
 * nothing else does.
 */
public final class JsonCopies {
  private static final String YAML = ".yaml";

  private JsonCopies() {}

  /**
   * Writes a copy beside each YAML file, unless it is there and younger.
   *
   * @param arguments the folders
   * @throws IOException if one cannot be read or written
   * @throws SourceException if a file is not well-formed or does not mean the same in JSON
   */
  public static void main(String[] arguments) throws IOException {
    for (var folder : arguments) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file : files.filter(one -> one.toString().endsWith(YAML)).toList()) {
          write(file);
        }
      }
    }
  }

  private static void write(Path yaml) throws IOException {
    var name = yaml.getFileName().toString();
    var copy = yaml.resolveSibling(name.substring(0, name.length() - YAML.length()) + ".json");
    if (Files.exists(copy)
        && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(yaml)) > 0) {
      return;
    }
    Files.write(copy, Json.bytes(LiteralJson.of(SourceReader.read(yaml))));
  }
}
