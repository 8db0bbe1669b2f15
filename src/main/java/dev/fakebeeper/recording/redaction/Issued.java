package dev.fakebeeper.recording.redaction;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The long random-looking texts that the redaction made itself, so that the final scan does not
 * take them for secrets. Thread-safe.
 */
final class Issued {
  /** So long a run of letters and digits looks like a token. */
  static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9]{32,}");

  private final Set<String> runs = ConcurrentHashMap.newKeySet();

  /** The text itself, remembered. */
  String added(String text) {
    if (text.length() >= 32) {
      LONG_RUN.matcher(text).results().forEach(run -> runs.add(run.group()));
    }
    return text;
  }

  boolean contains(String run) {
    return runs.contains(run);
  }
}
