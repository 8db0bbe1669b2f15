package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.scenarios.ServerPart;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server for the whole run, a world for each test. A scenario that needs another kind of server
 * gets one, which lives as long.
 */
record SharedServer() implements Lodging {

  @Override
  public void open(ExtensionContext classContext) {
    // started for the first guest
  }

  @Override
  public Guest receive(Visit visit) {
    var run = visit.context().getRoot();
    return visit.inOwnWorld(
        needs ->
            Stored.in(run)
                .get(
                    needs,
                    RunningServer.class,
                    () -> RunningServer.watched(FakeBeeper.start(config(needs)), run)));
  }

  private static FakeBeeperConfig config(ServerPart needs) {
    var config = FakeBeeperConfig.forTests().toBuilder();
    needs.apiVersion().ifPresent(config::apiVersion);
    needs.host().ifPresent(config::host);
    if (needs.remoteAccess().orElse(false)) {
      config.remoteAccess();
    }
    return config.build();
  }
}
