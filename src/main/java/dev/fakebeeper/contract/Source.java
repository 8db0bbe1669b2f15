package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

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
    try {
      var tree = yaml().readTree(text.get());
      if (tree instanceof ObjectNode root) {
        return root;
      }
      throw new ContractException(
          "%s is not an OpenAPI document: its root is no object. Give a file that starts with openapi: 3.1.0."
              .formatted(name));
    } catch (JsonProcessingException e) {
      throw new ContractException("%s:%s. Correct the syntax.".formatted(name, syntaxError(e)), e);
    }
  }

  /** The line of a syntax error and what it is; the library's own text spans many lines. */
  private String syntaxError(JsonProcessingException e) {
    var words = "%d cannot be read as YAML or JSON: %s";
    if (e.getCause() instanceof MarkedYAMLException yaml) {
      // What is missing at the end is missed on the line behind the last one.
      long last = text.get().lines().count();
      long line = Math.min(yaml.getProblemMark().getLine() + 1L, Math.max(1, last));
      return words.formatted(line, yaml.getProblem());
    }
    var place = e.getLocation();
    return words.formatted(place == null ? 0 : place.getLineNr(), e.getOriginalMessage());
  }

  /** YAML as OpenAPI wants it: {@code on} and {@code no} are words and not booleans. */
  private static YAMLMapper yaml() {
    return new YAMLMapper(
        YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .loaderOptions(limits())
            .build());
  }

  /** The library's limit of 3 MB is there for hostile input; a contract is the user's own file. */
  static LoaderOptions limits() {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return options;
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
