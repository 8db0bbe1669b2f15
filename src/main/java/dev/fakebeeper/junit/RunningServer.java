package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server in JUnit's store. Thread-safe.
 *
 * @param late who called in worlds that were closed
 * @param starts by what chose them, for as long as the server runs
 */
record RunningServer(FakeBeeper beeper, LateCalls late, Map<List<Choice>, NewWorld> starts)
    implements Resource {

  /**
   * A server of whose late callers is told when it stops.
   *
   * @param context that it lives as long as
   */
  static RunningServer watched(FakeBeeper beeper, ExtensionContext context) {
    return new RunningServer(beeper, LateCalls.of(beeper, context), new ConcurrentHashMap<>());
  }

  /** Tests that begin alike share a start, so that no file is read twice. */
  NewWorld start(List<Choice> choices) {
    return starts.computeIfAbsent(List.copyOf(choices), this::made);
  }

  private NewWorld made(List<Choice> choices) {
    var start = beeper.newWorld("template");
    for (var choice : choices) {
      start = choice.in(start);
    }
    return start;
  }

  @Override
  public void close() {
    beeper.close();
    late.tell();
  }
}
