package dev.fakebeeper.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a folder, whose faults are told with file and line.
 *
 * @param name relative to the folder, for people
 * @param findings where its faults go
 */
record JsonFile(Path file, String name, List<RecordingFinding> findings) {

  /** The JSON in it, null when there is none to be read. */
  @Nullable JsonNode readOrNull() {
    try {
      var tree = Json.mapper().readTree(Files.readAllBytes(file));
      if (tree != null && tree.isObject()) {
        return tree;
      }
      tell(1, "is no JSON object. Correct or delete the file.");
    } catch (JsonProcessingException e) {
      tell(
          line(e), "is no JSON: %s. Correct or delete the file.".formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      tell(0, "cannot be read: %s. See that it is there and may be read.".formatted(e));
    }
    return null;
  }

  private static int line(JsonProcessingException fault) {
    return fault.getLocation() == null ? 1 : fault.getLocation().getLineNr();
  }

  void tell(int line, String text) {
    findings.add(new RecordingFinding(name, line, text));
  }

  /** Tells a fault at the line of the first member of its name. */
  void tell(UnreadableException fault) {
    tell(lineOf(fault.member()), fault.text() + ".");
  }

  private int lineOf(String member) {
    try (var parser =
        new JsonFactory().createParser(Files.readString(file, StandardCharsets.UTF_8))) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals(member)) {
          return parser.currentTokenLocation().getLineNr();
        }
      }
      return 1;
    } catch (IOException e) {
      return 0; // it was read a moment ago; the line is only a help
    }
  }
}
