package dev.fakebeeper.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the JSON copy of the bundled contract, which a start reads in a third of the time of the
 * YAML. The build runs it; nothing else does.
 */
public final class JsonCopy {
  private JsonCopy() {}

  /**
   * Writes the copy unless it is younger than the document.
   *
   * @param arguments the YAML document and the JSON file to write
   * @throws IOException if one cannot be read or the other cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    var yaml = Path.of(arguments[0]);
    var json = Path.of(arguments[1]);
    if (Files.exists(json)
        && Files.getLastModifiedTime(json).compareTo(Files.getLastModifiedTime(yaml)) > 0) {
      return;
    }
    var text = Files.readString(yaml, StandardCharsets.UTF_8);
    var source = Source.of(yaml.toString(), () -> text.getBytes(StandardCharsets.UTF_8));
    Files.write(json, Json.bytes(source.parse()));
  }
}
