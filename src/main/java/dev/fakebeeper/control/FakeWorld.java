package dev.fakebeeper.control;

import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.journal.EntryQuery;
import dev.fakebeeper.control.journal.Expectation;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.control.journal.SocketJournal;
import dev.fakebeeper.control.journal.Verification;
import dev.fakebeeper.control.journal.VerificationResult;
import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.replay.Replay;
import dev.fakebeeper.control.scenarios.ScenarioEngine;
import dev.fakebeeper.control.scenarios.Scenarios;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Timers;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One world of a fake, as a test holds it: its token, its time, what other people do in it, its
 * past. Closing it ends its sockets and its tokens. Thread-safe.
 */
public final class FakeWorld implements AutoCloseable {
  private final World world;
  private final String token;
  private final FakeWorlds worlds;
  private final Sockets sockets;
  private final Journal journal;
  private final Faults faults;
  private final ScenarioEngine scenarios;
  private final @Nullable Replay replay;
  private final Stubs stubs;
  private final List<Path> startingStubs;
  private final Snapshots snapshots = new Snapshots(this::snapshot);
  private volatile Snapshot start;

  FakeWorld(World world, String token, FakeWorlds worlds, NewWorld spec) {
    this.world = world;
    this.token = token;
    this.worlds = worlds;
    var around = worlds.surroundings();
    var stream = around.sockets().apply(world);
    this.sockets = new Sockets(world.name(), stream);
    this.journal = new Journal(around.journals(), new NamesOfWorld(world, around.contract()));
    stream.observe(new SocketJournal(world, journal));
    this.faults = new Faults(world, around.contract(), spec.plans().faults());
    var tokensAndServer = new ScenarioEngine.Around(worlds::ownerOf, around.server());
    this.scenarios = new ScenarioEngine(world, this, stream, tokensAndServer);
    this.replay = spec.playback().map(one -> Replay.of(one, world, stream, journal)).orElse(null);
    this.startingStubs = spec.stubs();
    this.stubs = around.stubs().open(world.name(), startingStubs);
    this.start = snapshot();
  }

  /**
   * Sets everything to work that the world is opened with; a reset comes back to here.
   *
   * @param pending the work that waits for its time
   */
  void begin(NewWorld spec, Timers pending) {
    scenarios.listen();
    scenarios.resume(spec.plans().scenarios());
    scenarios.adopted();
    world.run(tx -> tx.update(state -> state.withTimers(pending)));
    spec.scenario().ifPresent(scenarios()::load);
    start = snapshot();
  }

  /** What a token may allow. */
  public enum Scope {
    READ,
    WRITE
  }

  /** The name. */
  public String name() {
    return world.name();
  }

  /** The bearer token that leads a client into this world. */
  public String token() {
    return token;
  }

  /**
   * A further token.
   *
   * @param lifetime null for one that never expires
   */
  public String mintToken(Set<Scope> scopes, @Nullable Duration lifetime) {
    var allowed = EnumSet.noneOf(Token.Scope.class);
    scopes.forEach(scope -> allowed.add(Token.Scope.valueOf(scope.name())));
    return world.change(tx -> TokenRules.mint(tx, name(), allowed, lifetime)).value();
  }

  /** All tokens, those that are expired or revoked included. */
  public List<AccessToken> tokens() {
    return world.read().tokens().values().stream().map(AccessToken::of).toList();
  }

  /** Takes a token back; one that is unknown changes nothing. */
  public void revokeToken(String value) {
    world.run(tx -> TokenRules.revoke(tx, value));
  }

  /** The world's time. */
  public Instant now() {
    return world.now();
  }

  /** What the clock shows, and how it runs. */
  public ClockSetting clock() {
    return ClockSetting.of(world.clock().rate(), now());
  }

  /**
   * Sets the clock and how it runs from now on. Forward, all that falls due on the way happens,
   * each thing at its own instant; backward, nothing is undone. How sends go stays as it is.
   *
   * @return what happened, in order, in words
   */
  public List<String> setClock(ClockSetting setting) {
    var fired =
        setting.mode() == ClockSetting.Mode.REAL
            ? world.followMachine()
            : world.setClock(setting.at(), setting.rate());
    return fired.stream().map(Timer::toString).toList();
  }

  /**
   * Moves the clock forward. When this returns, all that fell due on the way has happened, each
   * thing at its own instant.
   *
   * @param span zero or positive
   * @return what happened, in order, in words
   */
  public List<String> advance(Duration span) {
    return world.advance(span).stream().map(Timer::toString).toList();
  }

  /** Does all that is due now. Returns what happened, in order, in words. */
  public List<String> settle() {
    return world.settle().stream().map(Timer::toString).toList();
  }

  /** What is pending, the next first. */
  public List<Due> due() {
    return world.read().timers().all().entrySet().stream()
        .map(entry -> new Due(entry.getKey().due(), entry.getValue().toString()))
        .toList();
  }

  /** Pending work: when it is due, and what it is, in words. */
  public record Due(Instant at, String what) {}

  /** The ids of the accounts, in the order of the accounts list. */
  public List<String> accountIds() {
    return List.copyOf(world.read().accounts().keySet());
  }

  /** What is in this world: chats and messages, to look at. */
  public InboxView inbox() {
    return new InboxView(world);
  }

  /** What other people do in this world, and the owner on another device. */
  public Others others() {
    return new Others(world);
  }

  /** How messages that the client sends go from now on. */
  public Sends sends() {
    return new Sends(world);
  }

  /** The bridges of this world. */
  public Bridges bridges() {
    return new Bridges(world);
  }

  /** What happens while a client signs in on a bridge, and to logins afterwards. */
  public Logins logins() {
    return new Logins(world);
  }

  /** Clients that sign in by OAuth, and the user who is asked. */
  public OAuth oauth() {
    return new OAuth(world);
  }

  /** Sign-in and setup of the app itself, and what its mails carry. */
  public AppSetup setup() {
    return new AppSetup(world);
  }

  /** Device verifications, and the device on the other side. */
  public Verifications verifications() {
    return new Verifications(world);
  }

  /** What goes wrong with HTTP in this world, on purpose. */
  public Faults faults() {
    return faults;
  }

  /** Answers that are given in place of this world's. */
  public Stubs stubs() {
    return stubs;
  }

  /** The scenarios that are played in this world. */
  public Scenarios scenarios() {
    return scenarios.scenarios();
  }

  /** Whether it answers from a recording, and not from a state of its own. */
  public boolean isReplaying() {
    return replay != null;
  }

  /**
   * The recording that this world plays.
   *
   * @throws IllegalStateException when it plays none
   */
  public Replay replay() {
    if (replay == null) {
      throw new IllegalStateException(
          "The world \"%s\" plays no recording. Open it with NewWorld.replaying, or start its fake with FakeBeeperConfig.Builder.replay."
              .formatted(name()));
    }
    return replay;
  }

  /**
   * The server goes away and comes back, for this world and all others of it.
   *
   * @throws IllegalStateException when no server serves this world
   */
  public Outage outage() {
    return worlds.outage();
  }

  /** What came in and went out of this world. */
  public Journal journal() {
    return journal;
  }

  /**
   * Expects something of the journal; begin with {@code Verify.requests()}.
   *
   * @throws dev.fakebeeper.control.journal.VerificationFailure if it is not so; the message says
   *     what is nearest
   * @throws IllegalStateException if the journal is off
   */
  public void verify(Expectation expectation) {
    new Verification(journal).verify(expectation);
  }

  /** Expects one entry at least that answers a question. */
  public void verify(EntryQuery query) {
    verify(query.atLeast(1));
  }

  /** How an expectation stands, as a value. */
  public VerificationResult check(Expectation expectation) {
    return new Verification(journal).check(expectation);
  }

  /** The snapshots that are kept under a name. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** The event sockets of this world, and what goes wrong on them. */
  public Sockets sockets() {
    return sockets;
  }

  /** The world as it is now. */
  public Snapshot snapshot() {
    var state = faults.withoutHeld(world.read());
    var plans = new Plans(faults.plan(), scenarios.save());
    return new Snapshot(name(), state, world.now(), plans);
  }

  /**
   * Goes back to a snapshot. The clock shows its time again, unless it follows the machine. From a
   * snapshot of another world, or one without tokens, all is taken but the tokens and the OAuth
   * clients, which stay those of this world; those of scenarios that were loaded in it are revoked.
   * Sockets stay open; their rules end, but for those of scenarios, and what those kept back is
   * lost. Answers that faults hold back are not given any more: their calls were made in a life
   * that never was.
   */
  public void restore(Snapshot snapshot) {
    var state = snapshot.state();
    var dropped = scenarios.tokens();
    faults.restore(snapshot.plans().faults());
    scenarios.resume(snapshot.plans().scenarios());
    if (snapshot.hasTokensOf(name())) {
      world.restore(state, snapshot.at());
      scenarios.resumed();
    } else {
      dropped.forEach(this::revokeToken); // before the new ones, which may have the same values
      var own = world.read();
      var oauth = own.oauth().withPlan(state.oauth().plan());
      var setup = state.setup().withAccessToken(own.setup().accessToken());
      world.restore(
          state.withTokens(own.tokens()).withOauth(oauth).withSetup(setup), snapshot.at());
      scenarios.adopted();
    }
  }

  /**
   * Becomes the world that a recording shows, as if by {@link #restore(Snapshot)}. How sends go
   * stays as it is.
   */
  public void restore(LiftedWorld lifted) {
    restore(Snapshot.of(lifted, world.read().sendProfiles()));
  }

  /** Goes back to the start, with an empty journal and the stubs that it began with. */
  public void reset() {
    restore(start);
    stubs.reset();
    journal.clear();
  }

  /**
   * Opens another world that is as this one is now, with a token of its own; from here on each goes
   * its own way.
   */
  public FakeWorld fork(String newName) {
    return worlds.open(NewWorld.named(newName).startingFrom(this).stubs(startingStubs));
  }

  /** Closes the world: its sockets end, its tokens are refused. Again is a no-op. */
  @Override
  public void close() {
    worlds.close(this);
  }
}
