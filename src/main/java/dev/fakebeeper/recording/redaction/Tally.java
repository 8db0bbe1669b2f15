package dev.fakebeeper.recording.redaction;

import dev.fakebeeper.contract.TextKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a redaction does. Thread-safe. */
final class Tally {
  private final Map<TextKind, LongAdder> texts = new ConcurrentHashMap<>();
  private final LongAdder headers = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder bodies = new LongAdder();

  void text(TextKind kind) {
    texts.computeIfAbsent(kind, first -> new LongAdder()).increment();
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
    texts.forEach((kind, count) -> counts.put(kind, count.sum()));
    return new Redaction(counts, headers.sum(), unknown.sum(), bodies.sum());
  }
}
