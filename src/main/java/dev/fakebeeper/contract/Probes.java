package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes probes of schemas, and numbers what they can meet. Not safe for use by many threads. */
final class Probes {
  private static final String SCHEMAS = "/components/schemas/";

  /** A document may nest schemas so that their paths are without number; deeper ones share one. */
  private static final int MAX_DEPTH = 8;

  private final CoverableList list;
  private final Use use;
  private final Function<Place, SchemaRule> rules;
  private final Map<String, Probe> known = new HashMap<>();

  /** What is counted, and where it is said to belong. */
  enum Use {
    /** By the operation and the path in its body: each body is somebody's to write. */
    REQUEST(Dimension.BODY_VALUES, Dimension.BODY_BRANCHES),
    /** By the schema that it stands in: a chat is the same chat in every answer. */
    ANSWER(Dimension.ANSWER_VALUES, Dimension.ANSWER_BRANCHES),
    /** By the operation and the parameter. */
    PARAMETER(Dimension.PARAMETER_VALUES, Dimension.PARAMETER_VALUES);

    private final Dimension values;
    private final Dimension branches;

    Use(Dimension values, Dimension branches) {
      this.values = values;
      this.branches = branches;
    }
  }

  /** How what a schema has is called: the subject, and the path in it. */
  private record Label(String subject, String path, int depth) {
    Label below(String step) {
      return new Label(subject, path + "/" + step, depth + 1);
    }

    String named(String what) {
      return path.isEmpty() ? what : path + " = " + what;
    }
  }

  Probes(CoverableList list, Use use, Function<Place, SchemaRule> rules) {
    this.list = list;
    this.use = use;
    this.rules = rules;
  }

  /**
   * The probe of a schema.
   *
   * @param subject what it belongs to
   * @param path what names it there, empty for a whole body
   */
  Probe of(Place schema, String subject, String path) {
    return probe(schema, new Label(subject, path, 0));
  }

  private Probe probe(Place schema, Label label) {
    var earlier = known.get(schema.pointer());
    if (earlier != null) {
      return earlier;
    }
    var probe = new Probe();
    known.put(schema.pointer(), probe);
    fill(probe, schema, label);
    if (use != Use.ANSWER && label.depth() < MAX_DEPTH) {
      known.remove(schema.pointer()); // another path to it counts by itself
    }
    return probe;
  }

  private void fill(Probe probe, Place schema, Label label) {
    schema.reference().ifPresent(target -> probe.addPart(probe(target, at(target, label))));
    var parts = new ArrayList<>(children(schema, "allOf"));
    parts.addAll(children(schema, "dependentSchemas"));
    parts.addAll(present(schema, "then", "else"));
    parts.forEach(part -> probe.addPart(probe(part, label)));
    addBranches(probe, schema, label);
    addValues(probe, schema, label);
    addMembers(probe, schema, label);
    addOthers(probe, schema, label);
    addItems(probe, schema, use == Use.PARAMETER ? label : label.below("*"));
  }

  /** Most schemas have next to nothing, so nothing is made for what is not there. */
  private static List<Place> children(Place schema, String keyword) {
    return schema.node().has(keyword) ? schema.child(keyword).children() : List.of();
  }

  private static List<Place> present(Place schema, String... keywords) {
    return Arrays.stream(keywords).filter(schema.node()::has).map(schema::child).toList();
  }

  private void addValues(Probe probe, Place schema, Label label) {
    for (var value : schema.node().path("enum")) {
      var name = label.named(value.asText().isEmpty() ? "\"\"" : value.asText());
      probe.addValue(value, list.add(use.values, label.subject(), name));
    }
  }

  /** A component has its own name in answers, whichever answer shows it. */
  private Label at(Place target, Label label) {
    var pointer = target.pointer();
    boolean isComponent = pointer.startsWith(SCHEMAS) && pointer.indexOf('/', SCHEMAS.length()) < 0;
    return use == Use.ANSWER && isComponent ? new Label(target.name(), "", 0) : label;
  }

  private void addBranches(Probe probe, Place schema, Label label) {
    for (var union : List.of("oneOf", "anyOf")) {
      var branches = children(schema, union);
      var names = names(branches);
      for (int i = 0; i < names.size(); i++) {
        var branch = branches.get(i);
        var number = list.add(use.branches, label.subject(), label.named(names.get(i)));
        probe.addBranch(rules.apply(branch), number, probe(branch, label));
      }
    }
  }

  /** What a reader of the document would call each, numbered where that would be the same. */
  private static List<String> names(List<Place> branches) {
    var names = branches.stream().map(Probes::name).toList();
    return IntStream.range(0, names.size())
        .mapToObj(i -> isUnique(names.get(i), names) ? names.get(i) : names.get(i) + " " + (i + 1))
        .toList();
  }

  private static boolean isUnique(String name, List<String> names) {
    return Collections.frequency(names, name) == 1;
  }

  private static String name(Place branch) {
    var reference = branch.text("$ref");
    if (!reference.isEmpty()) {
      return Pointers.lastMember(reference);
    }
    var title = branch.text("title");
    return title.isEmpty() ? described(branch) : title;
  }

  private static String described(Place branch) {
    var type = branch.child("type");
    if (branch.child("const").exists()) {
      return branch.text("const");
    }
    if (!type.exists()) {
      return "anything";
    }
    var types = type.node().isTextual() ? type.node().textValue() : joined(type);
    return (types + " " + branch.text("format")).strip();
  }

  private static String joined(Place types) {
    return types.children().stream()
        .map(one -> one.node().asText())
        .collect(Collectors.joining(" or "));
  }

  private void addMembers(Probe probe, Place schema, Label label) {
    for (var property : children(schema, "properties")) {
      var below = label.below(Pointers.escape(property.name()));
      if (use != Use.REQUEST) {
        probe.addMember(property.name(), probe(property, below));
      } else if (!property.follow().node().path("readOnly").asBoolean()) {
        var number = list.add(Dimension.BODY_MEMBERS, label.subject(), below.path());
        probe.addMember(property.name(), number, probe(property, below));
      }
    }
  }

  private void addOthers(Probe probe, Place schema, Label label) {
    var others = new ArrayList<>(children(schema, "patternProperties"));
    others.addAll(present(schema, "additionalProperties", "unevaluatedProperties"));
    others.stream()
        .filter(other -> other.node().isObject())
        .forEach(other -> probe.addOther(probe(other, label.below("*"))));
  }

  private void addItems(Probe probe, Place schema, Label any) {
    var items = new ArrayList<>(children(schema, "prefixItems"));
    items.addAll(present(schema, "items"));
    items.forEach(item -> probe.addItem(probe(item, any)));
  }
}
