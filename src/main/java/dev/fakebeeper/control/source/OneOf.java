package dev.fakebeeper.control.source;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

/**
 * Members of an object of which exactly one must be there.
 *
 * @param readers by the name of the member
 * @param advice what to do when there is none, a sentence without its full stop
 */
public record OneOf<T>(Map<String, Function<SourceNode, T>> readers, String advice) {

  /** A member that is there. */
  private record Found<T>(String name, SourceNode value, Function<SourceNode, T> reader) {}

  /** Reads the one that is there; every other member of the object has been read before. */
  public T read(Fields fields) {
    var found = new ArrayList<Found<T>>();
    readers.forEach(
        (name, reader) -> {
          var value = fields.find(name);
          if (value != null) {
            found.add(new Found<>(name, value, reader));
          }
        });
    var names = String.join(", ", readers.keySet());
    if (found.isEmpty()) {
      fields.done(); // a misspelled name is the nearer mistake
      throw fields.mistake("None of " + names + " is here", "One of them is needed", advice);
    }
    if (found.size() > 1) {
      throw found
          .get(1)
          .value()
          .mistake(
              "There is " + found.get(0).name() + " already",
              "Only one of " + names + " can be",
              "Keep one of them");
    }
    return found.get(0).reader().apply(found.get(0).value());
  }
}
