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
  public Guest guest(ExtensionContext context) {
    var key = new Occupancy.Key(running);
    var occupancy =
        Stored.in(context.getRoot()).get(key, Occupancy.class, () -> new Occupancy(running));
    return Guest.of(context, () -> occupancy.enter(context));
  }
}
