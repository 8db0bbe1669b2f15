package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a schema can be met in a value, and the number of each. Probes of schemas that refer to
 * themselves do so too; a value has an end, so a walk has one. Safe for use by many threads once it
 * is built.
 */
final class Probe {
  private final List<Probe> parts = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, Member> members = new HashMap<>();
  private final List<Probe> items = new ArrayList<>();
  private final List<Probe> others = new ArrayList<>();

  /** A branch of a union, taken by the values that fit its rule. */
  private record Branch(SchemaRule rule, int number, Probe probe) {}

  /** A member, whose presence may count. */
  private record Member(List<Integer> number, Probe probe) {}

  /** A schema that holds for the same value. */
  void addPart(Probe probe) {
    parts.add(probe);
  }

  void addBranch(SchemaRule rule, int number, Probe probe) {
    branches.add(new Branch(rule, number, probe));
  }

  void addValue(JsonNode value, int number) {
    values.put(value.toString(), number);
  }

  void addMember(String name, Probe probe) {
    members.put(name, new Member(List.of(), probe));
  }

  void addMember(String name, int number, Probe probe) {
    members.put(name, new Member(List.of(number), probe));
  }

  void addItem(Probe probe) {
    items.add(probe);
  }

  /** A schema of the members without a description of their own. */
  void addOther(Probe probe) {
    others.add(probe);
  }

  /** Marks what a value has. */
  void walk(JsonNode value, Hits hits) {
    parts.forEach(part -> part.walk(value, hits));
    if (!values.isEmpty()) {
      hits.mark(values.get(value.toString()));
    }
    for (var branch : branches) {
      if (branch.rule().isValid(value)) {
        hits.mark(branch.number());
        branch.probe().walk(value, hits);
      }
    }
    if (!items.isEmpty() && value.isArray()) {
      value.forEach(item -> items.forEach(probe -> probe.walk(item, hits)));
    }
    if (value.isObject() && !(members.isEmpty() && others.isEmpty())) {
      value.properties().forEach(entry -> walkMember(entry.getKey(), entry.getValue(), hits));
    }
  }

  private void walkMember(String name, JsonNode value, Hits hits) {
    var member = members.get(name);
    if (member == null) {
      others.forEach(probe -> probe.walk(value, hits));
      return;
    }
    member.number().forEach(hits::mark);
    member.probe().walk(value, hits);
  }
}
