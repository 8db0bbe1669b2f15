package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words of a closed set, spelled as the API spells them. Immutable. */
public final class Choice<E extends Enum<E>> {
  private final Map<String, E> byWord;

  private Choice(Map<String, E> byWord) {
    this.byWord = Collections.unmodifiableMap(byWord);
  }

  /** Every value, each spelled by a function. */
  public static <E extends Enum<E>> Choice<E> of(E[] values, Function<E, String> spelling) {
    var byWord = new LinkedHashMap<String, E>();
    Arrays.stream(values).forEach(value -> byWord.put(spelling.apply(value), value));
    return new Choice<>(byWord);
  }

  /** The value that a text spells; any other is a mistake. */
  public E read(SourceNode node) {
    var word = node.asText();
    var value = byWord.get(word);
    if (value == null) {
      throw node.mistake(
          "\"" + word + "\" is none of the known words",
          "They are " + String.join(", ", byWord.keySet()),
          Nearest.of(word, byWord.keySet())
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Write one of them"));
    }
    return value;
  }
}
