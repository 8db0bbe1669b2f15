package dev.fakebeeper.control.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final TreeSet<String> known = new TreeSet<>();

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

  /** The value of a member; empty when it is absent or nothing. */
  public Optional<SourceNode> find(String name) {
    known.add(name);
    var member = members.byName().get(name);
    return Optional.ofNullable(member)
        .map(SourceNode.Member::value)
        .filter(value -> !value.isNothing());
  }

  /** Whether a member is written, be it as nothing. */
  public boolean has(String name) {
    known.add(name);
    return members.byName().containsKey(name);
  }

  /** The value of a member that must be there. */
  public SourceNode require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                mistake(
                    "The member \"" + name + "\" is missing",
                    what + " needs it",
                    "Add \"" + name + ":\""));
  }

  /** The value of a member read by a function, null when it is absent. */
  public <T> @Nullable T orNull(String name, Function<SourceNode, T> read) {
    var value = find(name);
    return value.isEmpty() ? null : read.apply(value.get());
  }

  /** The value of a member read by a function, or something else when it is absent. */
  public <T> T or(String name, Function<SourceNode, T> read, T otherwise) {
    var value = find(name);
    return value.isEmpty() ? otherwise : read.apply(value.get());
  }

  /** A text, null when it is absent. */
  public @Nullable String text(String name) {
    return orNull(name, SourceNode::asText);
  }

  /** A flag, false when it is absent. */
  public boolean flag(String name) {
    return or(name, SourceNode::asFlag, false);
  }

  /** A whole number that fits an int, null when it is absent. */
  public @Nullable Integer number(String name) {
    return orNull(name, node -> Math.toIntExact(node.asNumber()));
  }

  /** A list, empty when it is absent. */
  public <T> List<T> list(String name, Function<SourceNode, T> read) {
    return or(name, node -> node.asList(read), List.of());
  }

  /** Members with free names, empty when absent. */
  public <T> Map<String, T> map(String name, Function<SourceNode, T> read) {
    return or(name, node -> node.asMap(read), Map.of());
  }

  /** Refuses members that nobody asked for. */
  public void done() {
    members
        .byName()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                throw unknown(name, member.place());
              }
            });
  }

  private SourceException unknown(String name, Place place) {
    return new SourceException(
        place,
        what + " has no member \"" + name + "\"",
        "Its members are " + String.join(", ", known),
        Nearest.of(name, known).map(near -> "Did you mean \"" + near + "\"?").orElse("Remove it"));
  }
}
