package dev.fakebeeper.control;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.journal.JournalLimits;
import dev.fakebeeper.control.scenarios.ServerPart;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.world.World;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server around the worlds gives them.
 *
 * @param contract what it serves; asked when somebody names an operation
 * @param journals how much each journal keeps
 * @param sockets the event sockets of a world, asked once when it is opened
 * @param bridges those that every new world has beside its own
 * @param stubs asked once when a world is opened, and told when it is closed
 * @param consent what becomes of OAuth clients in every new world
 */
public record Surroundings(
    Supplier<Contract> contract,
    JournalLimits journals,
    Function<World, EventStream> sockets,
    ServerPart server,
    List<BridgeFile> bridges,
    StubsOfServer stubs,
    ConsentPlan consent) {
  /**
   * No server: the bundled contract, journals that keep what they keep by default, and nobody can
   * connect.
   */
  static final Surroundings NONE =
      new Surroundings(
          Contract::bundled,
          JournalLimits.DEFAULT,
          world -> new EventStream(world, EventSettings.defaults(), Runnable::run),
          ServerPart.ANY,
          List.of(),
          StubsOfServer.NONE,
          ConsentPlan.usual());

  /** The sockets of the worlds that streams know. */
  public static Function<World, EventStream> socketsOf(EventStreams streams) {
    return world -> streams.find(world.name()).orElseThrow();
  }
}
