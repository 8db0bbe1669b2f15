package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The text of a contract document, YAML or JSON. Knows the line of each place, but finds the lines
 * out only when somebody asks, because a contract that is kept never needs them. Thread-safe.
 */
final class Source {
  private final String name;
  private final Supplier<String> text;
  private volatile @Nullable SourceLines lines;

  private Source(String name, Supplier<String> text) {
    this.name = name;
    this.text = text;
  }

  /** A source whose text is fetched when it is needed. */
  static Source of(String name, Supplier<byte[]> bytes) {
    return new Source(name, () -> new String(bytes.get(), StandardCharsets.UTF_8));
  }

  String name() {
    return name;
  }

  String text() {
    return text.get();
  }

  /** The line of a place, from 1; 0 when the text has no such place. */
  int line(String pointer) {
    var known = lines;
    if (known == null) {
      known = SourceLines.of(text.get());
      lines = known;
    }
    return known.line(pointer);
  }

  /** The text as a tree. */
  ObjectNode parse() {
    var whole = text.get();
    if (tree(whole) instanceof ObjectNode root) {
      return root;
    }
    throw new ContractException(
        "%s:1 is no OpenAPI document: its root is no object. Give a file that starts with openapi: 3.1.0."
            .formatted(name));
  }

  private JsonNode tree(String whole) {
    try {
      return whole.stripLeading().startsWith("{")
          ? Json.mapper().readTree(whole)
          : YamlTree.parse(whole);
    } catch (MarkedYAMLException e) {
      // What is missing at the end is missed on the line behind the last one.
      long last = Math.max(1, whole.lines().count());
      throw syntax(Math.min(e.getProblemMark().getLine() + 1L, last), e.getProblem(), e);
    } catch (YAMLException e) {
      throw syntax(1, e.getMessage(), e);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw syntax(place == null ? 1 : place.getLineNr(), e.getOriginalMessage(), e);
    }
  }

  private ContractException syntax(long line, @Nullable String problem, Exception cause) {
    return new ContractException(
        "%s:%d cannot be read as YAML or JSON: %s. Correct the syntax."
            .formatted(name, line, problem),
        cause);
  }

  /** A failure at a place of this source. */
  ContractException failure(String pointer, String what, String fix) {
    return new ContractException("%s:%d %s. %s".formatted(name, line(pointer), what, fix));
  }

  /** Whether a tree is at least the shape of an OpenAPI 3 document. */
  static boolean isOpenApi3(JsonNode tree) {
    return tree.path("openapi").asText().startsWith("3.") && tree.path("paths").isObject();
  }
}
