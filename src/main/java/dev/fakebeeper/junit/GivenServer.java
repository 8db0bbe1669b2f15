package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server of somebody else, whose one world all tests live in, one after the other. */
record GivenServer(FakeBeeper running) implements Lodging {

  @Override
  public void open(ExtensionContext classContext) {
    // it runs already
  }

  @Override
  public Guest receive(Visit visit) {
    var key = new Occupancy.Key(running);
    var occupancy =
        Stored.in(visit.context().getRoot())
            .get(key, Occupancy.class, () -> new Occupancy(running));
    return visit.once(() -> occupancy.enter(visit));
  }
}
