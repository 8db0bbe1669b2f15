package dev.fakebeeper.control.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives each secret of a journal a number, so that a reader sees which are the same and learns
 * nothing else about them. Thread-safe.
 */
final class Secrets {
  /** A secret that was not shown for so long may get another number. */
  private static final int MAX_KNOWN = 10_000;

  private final Map<String, Integer> numbers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MAX_KNOWN;
        }
      };
  private int last;

  /** What stands in place of a secret, such as {@code <secret #1>}. */
  synchronized String mask(String secret) {
    return "<secret #" + numbers.computeIfAbsent(secret, unknown -> ++last) + ">";
  }

  synchronized void clear() {
    numbers.clear();
    last = 0;
  }
}
