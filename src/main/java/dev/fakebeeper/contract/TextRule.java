package dev.fakebeeper.contract;

import java.util.Set;

/**
 * What the contract says of the texts at one place.
 *
 * @param kind what they are about
 * @param words texts that are public: those that the contract lists ({@code enum}, {@code const},
 *     {@code x-fake-words}), whatever the kind
 */
public record TextRule(TextKind kind, Set<String> words) {
  /** Of a text that the contract does not know. */
  public static final TextRule UNKNOWN = new TextRule(TextKind.FREE, Set.of());

  /** Copies the words. */
  public TextRule {
    words = Set.copyOf(words);
  }
}
