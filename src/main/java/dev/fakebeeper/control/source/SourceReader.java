package dev.fakebeeper.control.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML or JSON file into a tree that remembers its places. One pass over the parser's
 * tokens; aliases and repeated names are refused. Used once, by one thread.
 */
public final class SourceReader {
  private final String file;
  private final JsonParser parser;

  private SourceReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file; its name ends in {@code .json} or it is YAML.
   *
   * @throws SourceException when it cannot be read or is not well-formed
   */
  public static SourceNode read(Path path) {
    var file = String.valueOf(path.getFileName());
    try (var in = Files.newInputStream(path)) {
      return read(file, in);
    } catch (IOException e) {
      throw new SourceException(
          new Place(path.toString(), 1, 1),
          "The file cannot be read: " + e,
          "It must exist and be readable",
          "Check the path");
    }
  }

  /**
   * Reads a stream to its end and leaves closing to the caller.
   *
   * @param file how errors name it; {@code .json} at its end means JSON
   * @throws SourceException when it is not well-formed
   * @throws IOException when the stream breaks
   */
  public static SourceNode read(String file, InputStream in) throws IOException {
    JsonFactory factory = file.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
    try (var parser = factory.createParser(in)) {
      return new SourceReader(file, parser).document();
    } catch (JacksonException e) {
      throw notWellFormed(file, e);
    }
  }

  private SourceNode document() throws IOException {
    if (parser.nextToken() == null) {
      throw new SourceException(
          new Place(file, 1, 1), "The file is empty", "It should hold an object", "Write one");
    }
    return node();
  }

  private SourceNode node() throws IOException {
    var place = place();
    refuseAlias(place);
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(place);
      case START_ARRAY -> items(place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, SourceNode.Form.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(place, SourceNode.Form.FLAG);
      case VALUE_NULL -> scalar(place, SourceNode.Form.NOTHING);
      default -> scalar(place, SourceNode.Form.TEXT);
    };
  }

  private SourceNode scalar(Place place, SourceNode.Form form) throws IOException {
    return new SourceNode.Scalar(place, form, parser.getText());
  }

  private SourceNode items(Place place) throws IOException {
    var nodes = new ArrayList<SourceNode>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node());
    }
    return new SourceNode.Items(place, nodes);
  }

  private SourceNode members(Place place) throws IOException {
    var byName = new LinkedHashMap<String, SourceNode.Member>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var namePlace = place();
      var name = parser.currentName();
      parser.nextToken();
      var earlier = byName.put(name, new SourceNode.Member(namePlace, node()));
      if (earlier != null) {
        throw new SourceException(
            namePlace,
            "The member \"" + name + "\" is there twice",
            "It stands in line " + earlier.place().line() + " already",
            "Remove one of them");
      }
    }
    return new SourceNode.Members(place, byName);
  }

  private void refuseAlias(Place place) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new SourceException(
          place,
          "This is a YAML alias (*" + parser.getText() + ")",
          "Aliases are not read, so that the file means the same in JSON",
          "Write the value out");
    }
  }

  private Place place() {
    return place(file, parser.currentTokenLocation());
  }

  private static Place place(String file, @Nullable JsonLocation location) {
    return location == null
        ? new Place(file, 1, 1)
        : new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static SourceException notWellFormed(String file, JacksonException cause) {
    // YAML's message has lines of its own for places and excerpts; they begin with a space.
    var problem =
        String.valueOf(cause.getOriginalMessage())
            .lines()
            .filter(line -> !line.startsWith(" "))
            .collect(Collectors.joining(", "));
    return new SourceException(
        place(file, cause.getLocation()),
        "The file is not well-formed: " + problem,
        "It could not be read past this place",
        "Look for a missing quote, bracket or indentation here or in the line above");
  }
}
