package dev.fakebeeper.control;

import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What a new world starts from. Begin with {@link #named} and change what matters:
 *
 * <pre>{@code
 * NewWorld.named("checkout-test").startingFrom("empty").frozenAt(Instant.parse("2026-06-15T09:30:00Z"))
 * }</pre>
 *
 * Immutable: each method gives a changed copy.
 */
public final class NewWorld {
  private final String name;
  private final Start start;
  private final Clock clock;
  private final long seed;
  private final @Nullable String token;

  /** Makes the starting state from the world's time and the seed. */
  private record Start(
      BiFunction<Instant, Long, WorldState> state, @Nullable Instant at, Plans plans) {
    static Start of(BiFunction<Instant, Long, WorldState> state) {
      return new Start(state, null, Plans.NONE);
    }
  }

  private record Clock(@Nullable Instant start, double rate) {}

  private NewWorld(String name, Start start, Clock clock, long seed, @Nullable String token) {
    this.name = name;
    this.start = start;
    this.clock = clock;
    this.seed = seed;
    this.token = token;
  }

  /**
   * A world under a name that no open world has: the {@code default} starting world, a clock that
   * stands at {@link StartingWorlds#FROZEN_START}, seed 1, a token of its own.
   */
  public static NewWorld named(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "name (" + name + ") must be 1 to 100 letters, digits, dots, hyphens or underscores");
    }
    return new NewWorld(
        name,
        Start.of((now, seed) -> StartingWorlds.load("default", now, seed)),
        new Clock(StartingWorlds.FROZEN_START, 0),
        1,
        null);
  }

  /** Starts from a bundled world; which there are, {@link StartingWorlds#names} tells. */
  public NewWorld startingFrom(String bundled) {
    return startingFrom(Start.of((now, s) -> StartingWorlds.load(bundled, now, s)));
  }

  /** Starts from a world file. */
  public NewWorld startingFrom(Path file) {
    return startingFrom(Start.of((now, s) -> StartingWorlds.load(file, now, s)));
  }

  /** Starts from a world of any size, made up on the spot. */
  public NewWorld generated(int chats, int messages) {
    return startingFrom(Start.of((now, s) -> StartingWorlds.generated(chats, messages, now, s)));
  }

  /**
   * Starts from a snapshot, at its time, with its ids; its tokens stay with the world they were
   * made in.
   */
  public NewWorld startingFrom(Snapshot snapshot) {
    return startingFrom(
        new Start((now, s) -> withoutTokens(snapshot.state()), snapshot.at(), snapshot.plans()));
  }

  /** Starts from what another world is now, at its pace; its tokens stay with it. */
  public NewWorld startingFrom(FakeWorld world) {
    return startingFrom(world.snapshot()).rate(world.clock().rate());
  }

  private static WorldState withoutTokens(WorldState state) {
    return state.withTokens(TreePMap.empty());
  }

  private NewWorld startingFrom(Start other) {
    return new NewWorld(name, other, clock, seed, token);
  }

  /** The clock stands at an instant until it is moved. */
  public NewWorld frozenAt(Instant instant) {
    return new NewWorld(name, start, new Clock(instant, 0), seed, token);
  }

  /** The clock follows the machine. */
  public NewWorld realClock() {
    return new NewWorld(name, start, new Clock(null, 1), seed, token);
  }

  /**
   * The clock starts at an instant and runs a number of times as fast as the machine.
   *
   * @param rate above 0
   */
  public NewWorld scaled(Instant from, double rate) {
    return new NewWorld(name, start, new Clock(from, rate), seed, token);
  }

  /** Any clock; without an instant it starts where it would without this call. */
  public NewWorld clock(ClockSetting setting) {
    if (setting.mode() == ClockSetting.Mode.REAL) {
      return realClock();
    }
    var from = setting.at() == null ? clock.start() : setting.at();
    return new NewWorld(name, start, new Clock(from, setting.rate()), seed, token);
  }

  private NewWorld rate(double rate) {
    return new NewWorld(name, start, new Clock(clock.start(), rate), seed, token);
  }

  /** What makes the opaque ids; the same seed gives the same ids. */
  public NewWorld seed(long value) {
    return new NewWorld(name, start, clock, value, token);
  }

  /** The token that opens the world, in place of one that is made for it. */
  public NewWorld token(String value) {
    return new NewWorld(name, start, clock, seed, value);
  }

  String name() {
    return name;
  }

  @Nullable String token() {
    return token;
  }

  /**
   * The clock; one that stands or is scaled starts at the time of a snapshot, if that is what the
   * world starts from.
   */
  WorldClock clock() {
    var from = start.at() == null ? clock.start() : start.at();
    if (clock.rate() == 0 && from != null) {
      return WorldClock.frozenAt(from);
    }
    return from == null || clock.rate() == 1
        ? WorldClock.real()
        : WorldClock.scaled(from, clock.rate());
  }

  /** What is planned in it from the start. */
  Plans plans() {
    return start.plans();
  }

  WorldState state(Instant now) {
    return start.state().apply(now, seed);
  }
}
