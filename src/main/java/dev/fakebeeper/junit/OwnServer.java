package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of one's own, a world for each test in it: for a class when the extension is there
 * before the class, else for one test.
 */
record OwnServer(FakeBeeperConfig config) implements Lodging {

  @Override
  public void open(ExtensionContext classContext) {
    server(classContext);
  }

  @Override
  public Guest receive(Visit visit) {
    var server = server(visit.context()); // in the store before the guest, so that it closes after
    return visit.inOwnWorld(needs -> server);
  }

  /** JUnit looks into the stores of the classes around before it makes another one. */
  private RunningServer server(ExtensionContext context) {
    return Stored.in(context)
        .get(
            OwnServer.class,
            RunningServer.class,
            () -> RunningServer.watched(FakeBeeper.start(config), context));
  }
}
