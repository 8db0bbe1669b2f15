package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for the whole run, a world for each test. */
record SharedServer() implements Lodging {

  @Override
  public void open(ExtensionContext classContext) {
    // started for the first guest
  }

  @Override
  public Guest guest(ExtensionContext context) {
    var server =
        Stored.in(context.getRoot())
            .get(
                SharedServer.class,
                RunningServer.class,
                () -> new RunningServer(FakeBeeper.start()));
    return Guest.withOwnWorld(server.beeper(), context);
  }
}
