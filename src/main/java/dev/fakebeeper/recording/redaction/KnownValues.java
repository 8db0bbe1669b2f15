package dev.fakebeeper.recording.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The raw texts of a recording that must not come out again, in memory only. Short ones and those
 * that everybody knows are left out: they would be found everywhere. Thread-safe.
 */
final class KnownValues {
  private static final int SHORTEST = 8;
  private static final int SHORTEST_DIGITS = 10;
  private static final int LONGEST = 200;

  private final Predicate<String> isPublic;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Map<String, List<String>> byStart = new HashMap<>();

  /**
   * Remembers nothing yet.
   *
   * @param isPublic tells the texts that everybody knows
   */
  KnownValues(Predicate<String> isPublic) {
    this.isPublic = isPublic;
  }

  /** Remembers what was replaced, and by what. */
  synchronized void replaced(String raw, String by) {
    var text = raw.strip();
    var kept = text.substring(0, Math.min(LONGEST, text.length()));
    boolean isDigits = kept.chars().allMatch(Phones::isDigit);
    if (kept.length() < (isDigits ? SHORTEST_DIGITS : SHORTEST) || raw.equals(by)) {
      return;
    }
    shown(by); // one number of a novel may stand for another, and be somebody's in the novel
    if (!by.contains(kept) && seen.add(kept) && !isPublic.test(kept)) {
      byStart.computeIfAbsent(kept.substring(0, SHORTEST), s -> new ArrayList<>(1)).add(kept);
    }
  }

  /** Remembers what was shown as it is, and therefore may be. */
  synchronized void shown(String text) {
    if (text.length() >= SHORTEST) {
      open.add(text);
    }
  }

  /** Whether one of them stands in a text. */
  synchronized boolean standIn(String text) {
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      var candidates = byStart.get(text.substring(i, i + SHORTEST));
      if (candidates != null && stands(candidates, text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(List<String> candidates, String text, int at) {
    return candidates.stream()
        .anyMatch(one -> text.startsWith(one, at) && !open.contains(one) && isWhole(one, text, at));
  }

  /** Digits inside longer digits are another number. */
  private static boolean isWhole(String one, String text, int at) {
    if (!one.chars().allMatch(Phones::isDigit)) {
      return true;
    }
    int end = at + one.length();
    boolean follows = at > 0 && Phones.isDigit(text.charAt(at - 1));
    return !follows && (end == text.length() || !Phones.isDigit(text.charAt(end)));
  }
}
