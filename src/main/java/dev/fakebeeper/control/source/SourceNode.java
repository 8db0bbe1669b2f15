package dev.fakebeeper.control.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A value in a file, with its place. The {@code as...} methods take it for one kind and refuse any
 * other. An immutable value.
 */
public sealed interface SourceNode {

  /** Where it begins. */
  Place place();

  /** Its kind for people, such as {@code "a list"}. */
  String kind();

  /**
   * A single value.
   *
   * @param form what it was written as
   * @param text as it was written, without quotes
   */
  record Scalar(Place place, Form form, String text) implements SourceNode {
    @Override
    public String kind() {
      return form.forPeople;
    }
  }

  /** A list. */
  record Items(Place place, List<SourceNode> nodes) implements SourceNode {
    /** Copies the list. */
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Named members in the order in which they were written. */
  record Members(Place place, Map<String, Member> byName) implements SourceNode {
    /** Copies the map. */
    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    @Override
    public String kind() {
      return "a set of named members";
    }
  }

  /** A member: the place of its name, and its value. */
  record Member(Place place, SourceNode value) {}

  /** What a single value was written as. */
  enum Form {
    TEXT("a text"),
    NUMBER("a number"),
    FLAG("true or false"),
    NOTHING("nothing");

    private final String forPeople;

    Form(String forPeople) {
      this.forPeople = forPeople;
    }
  }

  /** More of anything than a world can hold. */
  int MOST = 10_000_000;

  /** This as text. A number is refused, so that {@code 0123} never loses its zero. */
  default String asText() {
    return scalar(Form.TEXT, "Put it in quotes, or write a text here");
  }

  /** This as a whole number. */
  default long asNumber() {
    var text = scalar(Form.NUMBER, "Write digits without quotes");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw mistake(
          "\"" + text + "\" is no whole number", "A whole number is needed here", "Write digits");
    }
  }

  /** This as a number of things: whole, not negative, at most ten million. */
  default int asCount() {
    var number = asNumber();
    if (number < 0 || number > MOST) {
      throw mistake(
          number + " is no number of things",
          "It is from 0 to " + MOST,
          number < 0 ? "Write 0 or more" : "Write less");
    }
    return (int) number;
  }

  /** This as true or false. */
  default boolean asFlag() {
    return Boolean.parseBoolean(scalar(Form.FLAG, "Write true or false without quotes"));
  }

  /** This as nothing, written {@code null} or left empty. */
  default boolean isNothing() {
    return this instanceof Scalar scalar && scalar.form() == Form.NOTHING;
  }

  /** This as a list, each item read by a function. */
  default <T> List<T> asList(Function<SourceNode, T> read) {
    if (this instanceof Items items) {
      var all = new ArrayList<T>(items.nodes().size());
      for (var node : items.nodes()) {
        all.add(read.apply(node));
      }
      return Collections.unmodifiableList(all);
    }
    throw expected("a list", "Begin each item with \"- \", or use [ ]");
  }

  /** This as named members whose names are the writer's choice, each value read by a function. */
  default <T> Map<String, T> asMap(Function<SourceNode, T> read) {
    if (this instanceof Members members) {
      var all = new LinkedHashMap<String, T>();
      members.byName().forEach((name, member) -> all.put(name, read.apply(member.value())));
      return Collections.unmodifiableMap(all);
    }
    throw expected("a set of named members", "Write \"name: value\" lines, or use { }");
  }

  /**
   * This as named members out of a closed set.
   *
   * @param what for people, such as {@code "a chat"}
   */
  default Fields asFields(String what) {
    if (this instanceof Members members) {
      return new Fields(what, members);
    }
    throw expected("the members of " + what, "Write \"name: value\" lines, or use { }");
  }

  /** A mistake at this place. */
  default SourceException mistake(String what, String why, String fix) {
    return new SourceException(place(), what, why, fix);
  }

  private String scalar(Form wanted, String fix) {
    if (this instanceof Scalar scalar && scalar.form() == wanted) {
      return scalar.text();
    }
    throw expected(wanted.forPeople, fix);
  }

  private SourceException expected(String wanted, String fix) {
    return mistake("This is " + kind(), "It should be " + wanted, fix);
  }
}
