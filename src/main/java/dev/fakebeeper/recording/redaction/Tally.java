package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.TextKind;
import java.util.EnumMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a redaction does. Thread-safe. */
final class Tally {
  private final EnumMap<TextKind, LongAdder> texts = new EnumMap<>(TextKind.class);
  private final LongAdder headers = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder bodies = new LongAdder();

  Tally() {
    for (var kind : TextKind.values()) {
      texts.put(kind, new LongAdder());
    }
  }

  void text(TextKind kind) {
    texts.get(kind).increment();
  }

  void header() {
    headers.increment();
  }

  void unknown() {
    unknown.increment();
  }

  void body() {
    bodies.increment();
  }

  Redaction told() {
    var counts = new EnumMap<TextKind, Long>(TextKind.class);
    texts.forEach(
        (kind, count) -> {
          if (count.sum() > 0) {
            counts.put(kind, count.sum());
          }
        });
    return new Redaction(counts, headers.sum(), unknown.sum(), bodies.sum());
  }
}
