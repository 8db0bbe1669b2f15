package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.Exchange;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who called with the token of a world that was closed: threads that outlived their tests. Each
 * call is in the log when it comes; all together are told when the server stops. Thread-safe.
 */
final class LateCalls {
  private static final Logger LOG = LoggerFactory.getLogger(LateCalls.class);

  private static final int MOST_WORLDS = 1_000;

  private final FakeWorlds worlds;
  private final ExtensionContext context;
  private final Map<String, Integer> calls = new TreeMap<>();

  private LateCalls(FakeWorlds worlds, ExtensionContext context) {
    this.worlds = worlds;
    this.context = context;
  }

  static LateCalls of(FakeBeeper beeper, ExtensionContext context) {
    var late = new LateCalls(beeper.worlds(), context);
    beeper.world().journal().listen(late::note);
    return late;
  }

  /** A call that no open world is named by lands in the world of those without a token. */
  private void note(Entry entry) {
    if (entry instanceof Exchange exchange) {
      exchange.bearer().flatMap(worlds::nameOfClosed).ifPresent(this::count);
    }
  }

  private synchronized void count(String world) {
    if (calls.size() < MOST_WORLDS || calls.containsKey(world)) {
      calls.merge(world, 1, Integer::sum);
    }
  }

  /** Reports all of them, if there were any. */
  void tell() {
    var text = text();
    if (!text.isEmpty()) {
      LOG.warn(text);
      context.publishReportEntry("fake-beeper.late-calls", text);
    }
  }

  private synchronized String text() {
    if (calls.isEmpty()) {
      return "";
    }
    var list =
        calls.entrySet().stream()
            .map(entry -> "%s (%d)".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return "Clients called after their tests had ended; each got 401. Stop what a test starts before it returns. Worlds and calls: "
        + list;
  }
}
