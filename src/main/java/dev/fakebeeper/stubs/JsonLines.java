package dev.fakebeeper.stubs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The line of each place of a JSON text, by JSON pointer. Immutable. */
final class JsonLines {
  /** A text without lines. */
  static final JsonLines NONE = new JsonLines(Map.of());

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Integer> lines;

  private JsonLines(Map<String, Integer> lines) {
    this.lines = lines;
  }

  /** The lines of a text; those behind a mistake in it are unknown. */
  static JsonLines of(String text) {
    var lines = new HashMap<String, Integer>();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        var pointer = parser.getParsingContext().pathAsPointer().toString();
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
      }
    } catch (IOException e) {
      return new JsonLines(lines); // whoever parses the text tells what is wrong with it
    }
    return new JsonLines(lines);
  }

  /** The line of a place, else of the nearest place around it; 0 when there is none. */
  int line(String pointer) {
    var wanted = pointer;
    while (!lines.containsKey(wanted) && !wanted.isEmpty()) {
      wanted = wanted.substring(0, Math.max(0, wanted.lastIndexOf('/')));
    }
    return lines.getOrDefault(wanted, 0);
  }
}
