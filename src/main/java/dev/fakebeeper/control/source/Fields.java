package dev.fakebeeper.control.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object of a file. Asking for a member makes its name known; {@link #done()}
 * refuses the rest, so that the reader of a format is also its list of members. Used by one thread.
 */
public final class Fields {
  private final String what;
  private final SourceNode.Members members;
  // Plain lists: loading a world is part of every start, and nearly all of these stay unread.
  private final List<String> known = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  Fields(String what, SourceNode.Members members) {
    this.what = what;
    this.members = members;
  }

  /** Where the object begins. */
  public Place place() {
    return members.place();
  }

  /** A mistake at the object as a whole. */
  public SourceException mistake(String mistake, String why, String fix) {
    return members.mistake(mistake, why, fix);
  }

  /** The value of a member, null when it is absent or nothing. */
  public @Nullable SourceNode find(String name) {
    known.add(name);
    var member = members.byName().get(name);
    if (member == null) {
      return null;
    }
    read.add(name);
    return member.value().isNothing() ? null : member.value();
  }

  /** Whether a member is written as nothing. */
  public boolean isNothing(String name) {
    var member = members.byName().get(name);
    return member != null && member.value().isNothing();
  }

  /** The value of a member that must be there. */
  public SourceNode require(String name) {
    var value = find(name);
    if (value == null) {
      throw mistake(
          "The member \"" + name + "\" is missing", what + " needs it", "Add \"" + name + ":\"");
    }
    return value;
  }

  /** The value of a member read by a function, null when it is absent. */
  public <T> @Nullable T orNull(String name, Function<SourceNode, T> reader) {
    var value = find(name);
    return value == null ? null : reader.apply(value);
  }

  /** The value of a member read by a function, or something else when it is absent. */
  public <T> T or(String name, Function<SourceNode, T> reader, T otherwise) {
    var value = find(name);
    return value == null ? otherwise : reader.apply(value);
  }

  /** A text, null when it is absent. */
  public @Nullable String text(String name) {
    var value = find(name);
    return value == null ? null : value.asText();
  }

  /** A text, or something else when it is absent. */
  public String text(String name, String otherwise) {
    var value = find(name);
    return value == null ? otherwise : value.asText();
  }

  /** Texts, none when absent. */
  public List<String> texts(String name) {
    return list(name, SourceNode::asText);
  }

  /** A flag, null when it is absent. */
  public @Nullable Boolean flagOrNull(String name) {
    var value = find(name);
    return value == null ? null : value.asFlag();
  }

  /** A flag, false when it is absent. */
  public boolean flag(String name) {
    var value = find(name);
    return value != null && value.asFlag();
  }

  /** A number of things, null when it is absent. */
  public @Nullable Integer number(String name) {
    var value = find(name);
    return value == null ? null : value.asCount();
  }

  /** A whole number, null when it is absent. */
  public @Nullable Long large(String name) {
    var value = find(name);
    return value == null ? null : value.asNumber();
  }

  /** A number of things, or something else when it is absent. */
  public int number(String name, int otherwise) {
    var value = find(name);
    return value == null ? otherwise : value.asCount();
  }

  /** A list, empty when it is absent. */
  public <T> List<T> list(String name, Function<SourceNode, T> reader) {
    var value = find(name);
    return value == null ? List.of() : value.asList(reader);
  }

  /** Members with free names, empty when absent. */
  public <T> Map<String, T> map(String name, Function<SourceNode, T> reader) {
    var value = find(name);
    return value == null ? Map.of() : value.asMap(reader);
  }

  /** Refuses members that nobody asked for. */
  public void done() {
    if (read.size() < members.byName().size()) {
      members.byName().forEach(this::check);
    }
  }

  private void check(String name, SourceNode.Member member) {
    if (!read.contains(name)) {
      throw new SourceException(
          member.place(),
          what + " has no member \"" + name + "\"",
          "Its members are " + String.join(", ", new TreeSet<>(known)),
          Nearest.of(name, known)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Remove it"));
    }
  }
}
