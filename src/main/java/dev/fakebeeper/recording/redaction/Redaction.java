package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.TextKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a redaction did, in numbers.
 *
 * @param texts how many texts of each kind were replaced; a kind without any is left out
 * @param headers how many headers were left out
 * @param unknown how many values and names that the contract does not describe were replaced
 * @param bodies how many bodies and parts that are no JSON and no form were replaced
 */
public record Redaction(Map<TextKind, Long> texts, long headers, long unknown, long bodies) {

  /** Copies the map. */
  public Redaction {
    var copy = new EnumMap<TextKind, Long>(TextKind.class);
    copy.putAll(texts);
    texts = Collections.unmodifiableMap(copy);
  }
}
