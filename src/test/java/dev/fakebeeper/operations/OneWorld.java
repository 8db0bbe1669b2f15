package dev.fakebeeper.operations;

import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.operations.Access.TokenCheck;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.Worlds;
import java.time.Instant;
import java.util.Set;

/** The way into an empty world, for tests that must not know what a world is. */
public record OneWorld(Access access, EventStreams streams) {
  private static final Instant NOW = Instant.parse("2026-06-15T09:30:00Z");
  private static final Set<Token.Scope> EVERYTHING = Set.of(Token.Scope.READ, Token.Scope.WRITE);

  /** A world that opens to one token. */
  public static OneWorld openedBy(String token) {
    var worlds = new Worlds();
    var streams = new EventStreams(worlds, EventSettings.defaults());
    var world = new World(WorldState.empty(1), WorldClock.frozenAt(NOW), WorldRules.defaults());
    world.run(transaction -> TokenRules.put(transaction, token, EVERYTHING, null));
    worlds.open(world);
    var access = new Access(worlds, OperationsSettings.defaults(), TokenCheck.KNOWN);
    return new OneWorld(access, streams);
  }
}
