package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;

/** A server in JUnit's store. */
record RunningServer(FakeBeeper beeper) implements Resource {

  @Override
  public void close() {
    beeper.close();
  }
}
