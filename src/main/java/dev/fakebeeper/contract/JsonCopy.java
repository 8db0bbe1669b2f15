package dev.fakebeeper.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the JSON copies of bundled documents and data files, which are read in a third of the time
 * of the YAML. The build runs it; nothing else does.
 */
public final class JsonCopy {
  private static final String YAML = ".yaml";

  private JsonCopy() {}

  /**
   * Writes each copy unless it is younger than its document.
   *
   * @param arguments pairs of a YAML document and the JSON file to write, or of a folder of YAML
   *     files and the folder to write the JSON files to
   * @throws IOException if one cannot be read or the other cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < arguments.length; i += 2) {
      var from = Path.of(arguments[i]);
      var to = Path.of(arguments[i + 1]);
      if (Files.isDirectory(from)) {
        writeAll(from, to);
      } else {
        write(from, to);
      }
    }
  }

  private static void writeAll(Path folder, Path copies) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*" + YAML)) {
      for (var yaml : files) {
        var name = String.valueOf(yaml.getFileName());
        write(yaml, copies.resolve(name.substring(0, name.length() - YAML.length()) + ".json"));
      }
    }
  }

  private static void write(Path yaml, Path json) throws IOException {
    if (Files.exists(json)
        && Files.getLastModifiedTime(json).compareTo(Files.getLastModifiedTime(yaml)) > 0) {
      return;
    }
    var text = Files.readString(yaml, StandardCharsets.UTF_8);
    var source = Source.of(yaml.toString(), () -> text.getBytes(StandardCharsets.UTF_8));
    Files.write(json, Json.bytes(source.parse()));
  }
}
