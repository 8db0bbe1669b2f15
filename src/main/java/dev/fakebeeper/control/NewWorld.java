package dev.fakebeeper.control;

import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.worlds.WorldFiles;
import dev.fakebeeper.world.OAuthState;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
  private final Spec spec;

  @RecordBuilder
  record Spec(
      String name,
      Start start,
      Clock clock,
      long seed,
      @Nullable String token,
      @Nullable Scenario scenario,
      @Nullable Playback playback,
      List<Path> stubs)
      implements NewWorldSpecBuilder.With {}

  /**
   * Makes the starting state.
   *
   * @param state from the world's time and the seed
   * @param snapshot what it goes on from, null for a fresh start
   */
  record Start(BiFunction<Instant, Long, WorldState> state, @Nullable Snapshot snapshot) {
    static Start of(BiFunction<Instant, Long, WorldState> state) {
      return new Start(state, null);
    }
  }

  record Clock(@Nullable Instant start, double rate) {}

  private NewWorld(Spec spec) {
    this.spec = spec;
  }

  /**
   * A world under a name that no open world has: the {@code default} starting world, a clock that
   * stands at {@link StartingWorlds#FROZEN_START}, seed 1, a token of its own.
   */
  public static NewWorld named(String name) {
    return new NewWorld(
        new Spec(
            requireName(name),
            Start.of((now, seed) -> StartingWorlds.load("default", now, seed)),
            new Clock(StartingWorlds.FROZEN_START, 0),
            1,
            null,
            null,
            null,
            List.of()));
  }

  /** The same start for a world of another name. */
  public NewWorld called(String other) {
    return new NewWorld(spec.withName(requireName(other)));
  }

  private static String requireName(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "name (" + name + ") must be 1 to 100 letters, digits, dots, hyphens or underscores");
    }
    return name;
  }

  /** Starts from a bundled world; which there are, {@link StartingWorlds#names} tells. */
  public NewWorld startingFrom(String bundled) {
    return startingFrom(Start.of((now, s) -> StartingWorlds.load(bundled, now, s)));
  }

  /**
   * Starts from a world file, which is read when the first world is opened with this start, and not
   * again for others.
   */
  public NewWorld startingFrom(Path file) {
    return startingFrom(Start.of(WorldFiles.readOnce(file)::at));
  }

  /** Starts from the world that a recording shows, at the time at which the recording began. */
  public NewWorld startingFrom(LiftedWorld lifted) {
    return startingFrom(Start.of(lifted.world()::at)).frozenAt(lifted.startsAt());
  }

  /** Starts from a world of any size, made up on the spot. */
  public NewWorld generated(int chats, int messages) {
    return startingFrom(Start.of((now, s) -> StartingWorlds.generated(chats, messages, now, s)));
  }

  /**
   * Starts from a snapshot, at its time, with its ids; its tokens and OAuth clients stay with the
   * world they were made in.
   */
  public NewWorld startingFrom(Snapshot snapshot) {
    return startingFrom(new Start((now, s) -> withoutTokens(snapshot.state()), snapshot));
  }

  /**
   * Starts from what another world is now, at its pace; its tokens stay with it. A recording that
   * it plays begins anew.
   */
  public NewWorld startingFrom(FakeWorld world) {
    var start = startingFrom(world.snapshot()).rate(world.clock().rate());
    return world.isReplaying() ? start.replaying(world.replay().playback()) : start;
  }

  private static WorldState withoutTokens(WorldState state) {
    return state
        .withTokens(TreePMap.empty())
        .withOauth(OAuthState.planned(state.oauth().plan()))
        .withSetup(state.setup().withAccessToken(null));
  }

  private NewWorld startingFrom(Start other) {
    return new NewWorld(spec.withStart(other).withPlayback(null));
  }

  /** The clock stands at an instant until it is moved. */
  public NewWorld frozenAt(Instant instant) {
    return with(new Clock(instant, 0));
  }

  /** The clock follows the machine. */
  public NewWorld realClock() {
    return with(new Clock(null, 1));
  }

  /**
   * The clock starts at an instant and runs a number of times as fast as the machine.
   *
   * @param rate above 0
   */
  public NewWorld scaled(Instant from, double rate) {
    return with(new Clock(from, rate));
  }

  /** Any clock; without an instant it starts where it would without this call. */
  public NewWorld clock(ClockSetting setting) {
    if (setting.mode() == ClockSetting.Mode.REAL) {
      return realClock();
    }
    var from = setting.at() == null ? spec.clock().start() : setting.at();
    return with(new Clock(from, setting.rate()));
  }

  private NewWorld rate(double rate) {
    return with(new Clock(spec.clock().start(), rate));
  }

  private NewWorld with(Clock clock) {
    return new NewWorld(spec.withClock(clock));
  }

  /** What makes the opaque ids; the same seed gives the same ids. */
  public NewWorld seed(long value) {
    return new NewWorld(spec.withSeed(value));
  }

  /** The token that opens the world, in place of one that is made for it. */
  public NewWorld token(String value) {
    return new NewWorld(spec.withToken(value));
  }

  /**
   * Starts from a scenario: with its world, clock and seed, where it brings its own, and plays it
   * from the first instant on. A reset begins it anew.
   *
   * @throws IllegalArgumentException when a recording is to be played, which has no state
   */
  public NewWorld scenario(Scenario scenario) {
    var opening = scenario.opening();
    var world = opening.world();
    var clock = opening.clock();
    var seed = opening.seed();
    var opened = world == null ? this : startingFrom(Start.of(world::at));
    opened = clock == null ? opened : opened.with(new Clock(clock.start(), clock.rate()));
    opened = seed == null ? opened : opened.seed(seed);
    requireState(opened.spec.playback(), scenario);
    return new NewWorld(opened.spec.withScenario(scenario));
  }

  /**
   * Plays a recording, until another start is chosen: requests are answered from it alone, and the
   * event socket tells what it told. What the world starts from only holds its tokens and its
   * clock.
   *
   * @throws IllegalArgumentException when a scenario was chosen, which needs a state to play in
   */
  public NewWorld replaying(Playback playback) {
    requireState(playback, spec.scenario());
    return new NewWorld(spec.withPlayback(playback));
  }

  /**
   * Begins with stub mappings beside those of the server: files, or folders with {@code mappings}
   * and {@code __files} in them, in place of those given before. Those of a later one win; a reset
   * comes back to them.
   */
  public NewWorld stubs(Collection<Path> filesOrFolders) {
    return new NewWorld(spec.withStubs(List.copyOf(filesOrFolders)));
  }

  List<Path> stubs() {
    return spec.stubs();
  }

  private static void requireState(@Nullable Playback playback, @Nullable Scenario scenario) {
    if (playback != null && scenario != null) {
      throw new IllegalArgumentException(
          "The scenario %s plays in the state of a world, and a world that plays a recording has none. Leave out one of the two."
              .formatted(scenario.name()));
    }
  }

  String name() {
    return spec.name();
  }

  Optional<Playback> playback() {
    return Optional.ofNullable(spec.playback());
  }

  @Nullable String token() {
    return spec.token();
  }

  Optional<Scenario> scenario() {
    return Optional.ofNullable(spec.scenario());
  }

  /** What the world goes on from; empty for a fresh start. */
  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(spec.start().snapshot());
  }

  /**
   * The clock; one that stands or is scaled starts at the time of a snapshot, if that is what the
   * world starts from.
   */
  WorldClock clock() {
    var clock = spec.clock();
    var from = snapshot().map(Snapshot::at).orElse(clock.start());
    if (clock.rate() == 0 && from != null) {
      return WorldClock.frozenAt(from);
    }
    return from == null || clock.rate() == 1
        ? WorldClock.real()
        : WorldClock.scaled(from, clock.rate());
  }

  /** What is planned in it from the start. */
  Plans plans() {
    return snapshot().map(Snapshot::plans).orElse(Plans.NONE);
  }

  WorldState state(Instant now) {
    return spec.start().state().apply(now, spec.seed());
  }
}
