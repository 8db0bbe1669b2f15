package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a lift found in a recording, what it had to assume, and what it left out.
 *
 * @param startsAt the time at which the world starts
 * @param seen how many there are of each kind of thing, such as {@code chats}
 * @param notes what is assumed or left out, assumptions first
 */
public record LiftReport(Instant startsAt, Map<String, Integer> seen, List<Note> notes) {

  /** Copies both, the counts in their order. */
  public LiftReport {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    notes = List.copyOf(notes);
  }

  /**
   * One thing to know about a lifted world.
   *
   * @param what the things it is about, in the plural
   * @param why the reason
   * @param times how many of them there are
   * @param examples a few of them
   */
  public record Note(Kind kind, String what, String why, int times, List<String> examples)
      implements Comparable<Note> {
    private static final Comparator<Note> ORDER =
        Comparator.comparing(Note::kind).thenComparing(Note::what).thenComparing(Note::why);

    /** Copies the list. */
    public Note {
      examples = List.copyOf(examples);
    }

    /** What a note says. */
    public enum Kind {
      /** It is in the world, but nobody saw it so. */
      ASSUMED,
      /** The recording has it, the world does not. */
      LEFT_OUT
    }

    @Override
    public int compareTo(Note other) {
      return ORDER.compare(this, other);
    }

    private String line() {
      return "%s: %d %s (%s). %s."
          .formatted(
              kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              times,
              what,
              String.join(", ", examples) + (times > examples.size() ? ", …" : ""),
              why);
    }
  }

  /** For people, with a line for each note. */
  public String text() {
    var text = new StringBuilder("A world of ");
    var counts = seen.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList();
    text.append(String.join(", ", counts)).append(", as of ").append(startsAt).append(".\n");
    notes.forEach(note -> text.append("  ").append(note.line()).append('\n'));
    return text.toString();
  }

  /** For programs. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("startsAt", startsAt.toString());
    var counts = json.putObject("seen");
    seen.forEach(counts::put);
    var all = json.putArray("notes");
    for (var note : notes) {
      var one = all.addObject();
      one.put("kind", note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.put("what", note.what()).put("why", note.why()).put("times", note.times());
      note.examples().forEach(one.putArray("examples")::add);
    }
    return json;
  }
}
