package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server in JUnit's store.
 *
 * @param late who called in worlds that were closed
 */
record RunningServer(FakeBeeper beeper, LateCalls late) implements Resource {

  /**
   * A server of whose late callers is told when it stops.
   *
   * @param context that it lives as long as
   */
  static RunningServer watched(FakeBeeper beeper, ExtensionContext context) {
    return new RunningServer(beeper, LateCalls.of(beeper, context));
  }

  @Override
  public void close() {
    beeper.close();
    late.tell();
  }
}
