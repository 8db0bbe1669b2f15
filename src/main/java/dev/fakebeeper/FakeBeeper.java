package dev.fakebeeper;

import dev.fakebeeper.StartException.Reason;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Outage;
import dev.fakebeeper.control.Surroundings;
import dev.fakebeeper.control.coverage.Coverage;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.http.Edge;
import dev.fakebeeper.http.ListenException;
import dev.fakebeeper.http.Pipeline;
import dev.fakebeeper.http.Pipeline.Callers;
import dev.fakebeeper.http.PipelineSettings;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.StubOverlay;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.operations.Access.TokenCheck;
import dev.fakebeeper.operations.MediaFolder;
import dev.fakebeeper.operations.Operations;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.world.Worlds;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A running fake of the Beeper Desktop API.
 *
 * <pre>{@code
 * try (var beeper = FakeBeeper.start()) {
 *   var client = new MyClient(beeper.baseUri(), beeper.token());
 *   ...
 * }
 * }</pre>
 *
 * Thread-safe. Any number of fakes can run side by side.
 */
public final class FakeBeeper implements AutoCloseable {
  private final FakeBeeperConfig config;
  private final State state;
  private final Edge edge;
  private final FakeWorld world;

  private FakeBeeper(FakeBeeperConfig config, State state, Edge edge, FakeWorld world) {
    this.config = config;
    this.state = state;
    this.edge = edge;
    this.world = world;
  }

  private static Edge edge(Settings settings, Contract contract, Pipeline pipeline, State state) {
    var mode = settings.record();
    if (mode == null) {
      return Edge.start(settings.edge(), pipeline, state.streams());
    }
    var session = Recordings.start(mode, settings, contract);
    try {
      var edge = Edge.start(settings.edge(), pipeline, session.relay());
      state.recording().set(session);
      state.control().recordedBy(session.recorder());
      return edge;
    } catch (RuntimeException e) {
      session.relay().close();
      throw e;
    }
  }

  /** Everything of a fake that is not its server, and must be closed with it. */
  private record State(
      Worlds worlds,
      EventStreams streams,
      MediaFolder media,
      FakeWorlds control,
      StubOverlay stubs,
      NewWorld start,
      FakeWorld standard,
      AtomicReference<Recordings.@Nullable Session> recording)
      implements AutoCloseable {

    static State start(Settings settings, Contract contract) {
      var worlds = new Worlds();
      var streams = new EventStreams(worlds, settings.events(contract));
      var stubs = Startup.stubs(settings, contract);
      var surroundings =
          new Surroundings(
              () -> contract,
              settings.journals(),
              Surroundings.socketsOf(streams),
              settings.server(),
              settings.bridges(),
              stubs,
              settings.consent());
      var control = new FakeWorlds(worlds, settings.rules(), surroundings);
      var start = Startup.start(settings);
      var standard = Startup.open(start, settings, control);
      if (settings.coverage()) {
        control.coverage().start();
      }
      return new State(
          worlds,
          streams,
          new MediaFolder(),
          control,
          stubs,
          start,
          standard,
          new AtomicReference<>());
    }

    @Override
    public void close() {
      worlds.close();
      streams.close();
      media.close();
      control.coverage().close();
      var recorded = recording.get();
      if (recorded != null) {
        recorded.relay().close();
      }
    }
  }

  /** Starts {@link FakeBeeperConfig#forTests()}. */
  public static FakeBeeper start() {
    return start(FakeBeeperConfig.forTests());
  }

  /**
   * Starts a fake. When this returns, it answers.
   *
   * @throws StartException if it cannot start; nothing is left behind then
   */
  public static FakeBeeper start(FakeBeeperConfig config) {
    Startup.requireSafe(config.settings());
    var settings = Startup.withControlToken(config.settings());
    Startup.readAhead(settings); // the contract takes as long, and a machine has two cores
    var contract = Startup.contract(settings);
    var state = State.start(settings, contract);
    try {
      var pipeline = pipeline(settings, contract, state);
      var edge = edge(settings, contract, pipeline, state);
      state.control().servedBy(edge.outage());
      return new FakeBeeper(new FakeBeeperConfig(settings), state, edge, state.standard());
    } catch (RuntimeException e) {
      state.close();
      throw e instanceof ListenException
          ? new StartException(Reason.CANNOT_LISTEN, String.valueOf(e.getMessage()), e)
          : e;
    }
  }

  private static Pipeline pipeline(Settings settings, Contract contract, State state) {
    var operationsSettings = settings.operations();
    var check = settings.answers() == Answers.EXAMPLES ? TokenCheck.ANY : TokenCheck.KNOWN;
    var operations = Operations.of(operationsSettings, contract, state.media());
    if (settings.contract() == null) {
      Operations.requireFit(operations, Contract.bundled());
    }
    return new Pipeline(
        contract,
        new Callers(
            new Access(state.worlds(), operationsSettings, check), state.control(), state.stubs()),
        operations,
        new PipelineSettings(
            settings.strictness(),
            settings.answers(),
            operationsSettings.validationStatus(),
            settings.refusedOldForms(),
            settings.limits()));
  }

  /** The address to give to a client, such as {@code http://127.0.0.1:51234}. */
  public URI baseUri() {
    return URI.create("http://" + Addresses.authority(edge.addresses().get(0)));
  }

  /** The port, the same in both loopback families. */
  public int port() {
    return edge.port();
  }

  /** The bearer token to give to a client. */
  public String token() {
    return world.token();
  }

  /**
   * The world of {@link #token()}; of a fake that was just started, that of callers without one.
   */
  public FakeWorld world() {
    return world;
  }

  /** Opens event sockets as a client in {@link #world}; close it, or each of them, when done. */
  public ClientSockets clientSockets() {
    return new ClientSockets(baseUri(), token());
  }

  /**
   * This fake for somebody who lives in one of its worlds: {@link #world} and {@link #token} are
   * those of that world, and closing it closes that world and nothing else. For the world that the
   * fake was started with it is the whole fake again.
   *
   * @throws IllegalArgumentException when the world is not an open one of this fake
   */
  public FakeBeeper forWorld(FakeWorld other) {
    if (worlds().find(other.name()).filter(other::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "world (%s) must be an open world of this fake; they are %s"
              .formatted(other.name(), worlds().names()));
    }
    return new FakeBeeper(config, state, edge, other);
  }

  /**
   * What a further world starts from that is to begin as the first one began: the same starting
   * world, clock and seed; a token of its own.
   *
   * <pre>{@code
   * var world = beeper.worlds().open(beeper.newWorld("checkout"));
   * }</pre>
   */
  public NewWorld newWorld(String name) {
    return state.start().called(name);
  }

  /** All worlds of this fake; open one for each test that runs beside others. */
  public FakeWorlds worlds() {
    return state.control();
  }

  /**
   * What of the contract the clients have exercised, once it is switched on by {@link
   * FakeBeeperConfig.Builder#coverage} or {@link Coverage#start}. A closed fake still reports.
   */
  public Coverage coverage() {
    return state.control().coverage();
  }

  /**
   * The recording that this fake makes of a real application. A closed fake still tells how it
   * went.
   *
   * @throws IllegalStateException when it was not started with {@link
   *     FakeBeeperConfig.Builder#record}
   */
  public Recorder recording() {
    var session = state.recording().get();
    if (session == null) {
      throw new IllegalStateException(
          "this fake records nothing; start it with FakeBeeperConfig.Builder.record(upstream, into)");
    }
    return session.recorder();
  }

  /** The server goes away and comes back, for every world of it. */
  public Outage outage() {
    return edge.outage();
  }

  /** What this fake was started with, and the control token that was made for it. */
  public FakeBeeperConfig config() {
    return config;
  }

  /** Every address the fake listens on, IPv4 first, such as {@code 127.0.0.1:51234}. */
  public List<String> addresses() {
    return edge.addresses().stream().map(Addresses::authority).toList();
  }

  /**
   * The loopback addresses that {@code localhost} stands for but this machine does not have; empty
   * on most machines.
   */
  public List<String> missingAddresses() {
    return edge.missing().stream().map(Addresses::loopback).toList();
  }

  /**
   * Stops the fake: the port is free, no thread and no file is left when this returns, which takes
   * two seconds at most; a recording is written to its end first. One made by {@link #forWorld}
   * closes its world only. Closing twice does nothing.
   *
   * @throws java.io.UncheckedIOException when a file made for a client cannot be deleted
   */
  @Override
  public void close() {
    if (!world.equals(state.standard())) {
      world.close();
      return;
    }
    try (state) {
      state.worlds().close(); // sockets hear of it while the server is still there
      edge.close();
    }
  }
}
