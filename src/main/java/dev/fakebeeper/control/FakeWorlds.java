package dev.fakebeeper.control;

import dev.fakebeeper.control.coverage.Coverage;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.world.OAuthState;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.Timers;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.Worlds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of one server: each with its own state, clock, ids, tokens and sockets, so that tests
 * which run side by side do not meet. Opening and closing one is cheap; a thousand are no trouble.
 * Thread-safe.
 */
public final class FakeWorlds {
  private final Worlds worlds;
  private final WorldRules rules;
  private final Surroundings surroundings;
  private final Map<String, FakeWorld> handles = new ConcurrentHashMap<>();
  private final List<Consumer<FakeWorld>> listeners = new ArrayList<>();
  private final Coverage coverage;
  private volatile @Nullable Outage outage;
  private volatile @Nullable Recorder recorder;

  /**
   * Control over worlds without a server: nobody can connect to them.
   *
   * @param rules the choices of behaviour of every world that is opened
   */
  public FakeWorlds(Worlds worlds, WorldRules rules) {
    this(worlds, rules, Surroundings.NONE);
  }

  /**
   * Control over the worlds of a server.
   *
   * @param rules the choices of behaviour of every world that is opened
   * @param surroundings what the server around them gives them
   */
  public FakeWorlds(Worlds worlds, WorldRules rules, Surroundings surroundings) {
    this.worlds = worlds;
    this.rules = rules;
    this.surroundings = surroundings;
    coverage = new Coverage(surroundings.contract(), this);
  }

  /** What of the contract their clients exercise; off until it is started. */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Opens a world.
   *
   * @throws IllegalArgumentException when there is no such starting world
   * @throws dev.fakebeeper.world.WorldException when a world of that name is open, the token
   *     belongs to another one, or the scenario cannot be loaded; nothing is left behind then, nor
   *     when a listener throws
   */
  public FakeWorld open(NewWorld spec) {
    var clock = spec.clock();
    var state = state(spec, clock);
    // Pending work comes last: it must not fire before those who carry it out listen.
    var world = new World(spec.name(), state.withTimers(Timers.none()), clock, rules);
    var token = mint(world, spec);
    worlds.open(world);
    var handle = begun(world, token, spec, state.timers());
    try {
      add(handle);
    } catch (RuntimeException e) {
      close(handle);
      throw e;
    }
    return handle;
  }

  /** A snapshot has its ways of sends and of sign-ins, and its bridges, already. */
  private WorldState state(NewWorld spec, WorldClock clock) {
    var state = spec.state(clock.instant());
    return spec.snapshot().isPresent()
        ? state
        : withBridges(state.withSendProfiles(profiles(clock)))
            .withOauth(OAuthState.planned(surroundings.consent().plan()));
  }

  private WorldState withBridges(WorldState state) {
    var all = state.bridges().all();
    for (var file : surroundings.bridges()) {
      all = all.plus(file.id(), file.bridge());
    }
    return state.withBridges(state.bridges().withAll(all));
  }

  private FakeWorld begun(World world, String token, NewWorld spec, Timers pending) {
    try {
      var handle = new FakeWorld(world, token, this, spec);
      handle.begin(spec, pending);
      return handle;
    } catch (RuntimeException e) {
      surroundings.stubs().close(world.name());
      worlds.close(world.name());
      throw e;
    }
  }

  private void add(FakeWorld world) {
    List<Consumer<FakeWorld>> told;
    synchronized (listeners) {
      handles.put(world.name(), world);
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.accept(world));
  }

  /**
   * Calls a listener once for each world: at once for those that are open, and for each later one
   * before its opener has it.
   */
  public void each(Consumer<FakeWorld> listener) {
    List<FakeWorld> open;
    synchronized (listeners) {
      listeners.add(listener);
      open = List.copyOf(handles.values());
    }
    open.forEach(listener);
  }

  /**
   * Where time passes by itself a send takes its time; where a test moves it, nothing waits unless
   * the test says so.
   */
  private static SendProfiles profiles(WorldClock clock) {
    return SendProfiles.of(clock.isRunning() ? SendProfile.observed() : SendProfile.instant());
  }

  private static String mint(World world, NewWorld spec) {
    var scopes = EnumSet.allOf(Token.Scope.class);
    var chosen = spec.token();
    var token =
        world.change(
            tx ->
                chosen == null
                    ? TokenRules.mint(tx, spec.name(), scopes, null)
                    : TokenRules.put(tx, chosen, scopes, null));
    return token.value();
  }

  /** The name of the open world that a token leads into. */
  public Optional<String> ownerOf(String token) {
    return worlds.ofToken(token).map(World::name);
  }

  /** The name of the closed world that a token led into, as long as it is remembered. */
  public Optional<String> nameOfClosed(String token) {
    return worlds.ownerOfDeadToken(token);
  }

  /** The open world of a name. */
  public Optional<FakeWorld> find(String name) {
    return Optional.ofNullable(handles.get(name));
  }

  /** The names of the open worlds, sorted. */
  public List<String> names() {
    return handles.keySet().stream().sorted().toList();
  }

  /** Tells which recording the server makes. */
  public void recordedBy(Recorder ofServer) {
    recorder = ofServer;
  }

  /** The recording that the server makes, if it records. */
  public Optional<Recorder> recorder() {
    return Optional.ofNullable(recorder);
  }

  /** Tells how the server that serves these worlds goes away and comes back. */
  public void servedBy(Outage ofServer) {
    outage = ofServer;
  }

  Outage outage() {
    var known = outage;
    if (known == null) {
      throw new IllegalStateException(
          "these worlds have no server that could go away; start a FakeBeeper and use its worlds");
    }
    return known;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  void close(FakeWorld world) {
    if (handles.remove(world.name(), world)) {
      surroundings.stubs().close(world.name()); // as long as nobody else can have the name
      worlds.close(world.name());
    }
  }
}
