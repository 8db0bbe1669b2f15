package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schemas that speak about the texts of one value. Unlike {@link ValueSchemas} it also helps
 * with a value that breaks the contract: of a union that it fits no branch of, all branches count.
 */
final class TextSchemas {
  private static final String KIND = "x-fake-text";
  private static final String KEYS = "x-fake-keys";
  private static final Map<String, TextKind> FORMATS =
      Map.of(
          "date-time", TextKind.INSTANT,
          "uri", TextKind.URL,
          "email", TextKind.MAIL,
          "binary", TextKind.BYTES);

  private final CompiledSchemas rules;
  private final JsonNode value;
  private final Map<String, Place> all = new LinkedHashMap<>();

  TextSchemas(List<Place> stated, JsonNode value, CompiledSchemas rules) {
    this.rules = rules;
    this.value = value;
    stated.forEach(this::collect);
  }

  private void collect(Place schema) {
    if (!schema.node().isObject() || all.putIfAbsent(schema.pointer(), schema) != null) {
      return;
    }
    schema.reference().ifPresent(this::collect);
    schema.child("allOf").children().forEach(this::collect);
    branches(schema.child("oneOf").children()).forEach(this::collect);
    branches(schema.child("anyOf").children()).forEach(this::collect);
    collect(schema.child("then"));
    collect(schema.child("else"));
    schema.child("dependentSchemas").children().forEach(this::collect);
  }

  private List<Place> branches(List<Place> union) {
    var kept = union.stream().filter(one -> rules.response(one).isValid(value)).toList();
    return kept.isEmpty() ? union : kept;
  }

  /** Whether the contract says anything about the value. */
  boolean describe() {
    return !all.isEmpty();
  }

  /** Whether the value may be a number. */
  boolean takeNumbers() {
    return all.values().stream()
        .map(schema -> schema.node().path("type"))
        .anyMatch(type -> hasType(type, "integer") || hasType(type, "number"));
  }

  /** What is said about a text; empty when none is expected. */
  Optional<TextRule> text() {
    var words = new HashSet<String>();
    all.values().forEach(schema -> words.addAll(words(schema)));
    return all.values().stream()
        .map(TextSchemas::kind)
        .flatMap(Optional::stream)
        .max(TextKind::compareTo)
        .map(kind -> new TextRule(kind, words));
  }

  /** What a schema says by itself about a text; empty when it says nothing. */
  static Optional<TextKind> kind(Place schema) {
    var node = schema.node();
    if (node.has(KIND)) {
      return Optional.of(declared(schema, KIND));
    }
    if (node.has("enum") || node.has("const")) {
      return Optional.of(TextKind.CONSTANT);
    }
    return Optional.ofNullable(FORMATS.get(node.path("format").asText()));
  }

  /** Whether a schema says that its texts are secrets. */
  static boolean isSecret(Place schema) {
    return schema.text(KIND).equals(TextKind.TOKEN.word());
  }

  private static TextKind declared(Place schema, String member) {
    var word = schema.text(member);
    return TextKind.of(word)
        .orElseThrow(
            () ->
                schema
                    .child(member)
                    .failure("is " + word, "Write one of the words of info.description."));
  }

  private static Set<String> words(Place schema) {
    var words = new HashSet<String>();
    schema.node().path("enum").forEach(word -> words.add(word.asText()));
    schema.node().path("x-fake-words").forEach(word -> words.add(word.asText()));
    if (schema.node().path("const").isTextual()) {
      words.add(schema.node().path("const").textValue());
    }
    return words;
  }

  static boolean hasType(JsonNode type, String wanted) {
    if (type.isTextual()) {
      return type.textValue().equals(wanted);
    }
    for (var one : type) {
      if (one.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the contract names members of the value. */
  boolean nameMembers() {
    return all.values().stream().anyMatch(schema -> schema.child("properties").exists());
  }

  /** What is stated about a member that the contract names; none for another. */
  List<Place> ofMember(String name) {
    return all.values().stream()
        .map(schema -> schema.child("properties").child(name))
        .filter(Place::exists)
        .toList();
  }

  /** What is stated about the members that the contract does not name. */
  List<Place> ofOthers() {
    return all.values().stream()
        .map(schema -> schema.child("additionalProperties"))
        .filter(others -> others.node().isObject())
        .toList();
  }

  /** What the keys of a map are about. */
  TextRule keys() {
    return all.values().stream()
        .filter(schema -> schema.node().has(KEYS))
        .map(schema -> new TextRule(declared(schema, KEYS), Set.of()))
        .findFirst()
        .orElse(TextRule.UNKNOWN);
  }

  /** What is stated about an item. */
  List<Place> ofItem(int index) {
    return all.values().stream().flatMap(schema -> schema.item(index).stream()).toList();
  }
}
