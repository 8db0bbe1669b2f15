package dev.fakebeeper;

import dev.fakebeeper.StartException.Reason;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.Surroundings;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.http.Edge;
import dev.fakebeeper.http.EdgeSettings;
import dev.fakebeeper.http.ListenException;
import dev.fakebeeper.http.Pipeline;
import dev.fakebeeper.http.Pipeline.Callers;
import dev.fakebeeper.http.PipelineSettings;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.operations.Access.TokenCheck;
import dev.fakebeeper.operations.MediaFolder;
import dev.fakebeeper.operations.Operations;
import dev.fakebeeper.operations.OperationsSettings;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

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

  private FakeBeeper(FakeBeeperConfig config, State state, Edge edge) {
    this.config = config;
    this.state = state;
    this.edge = edge;
  }

  /** Everything of a fake that is not its server, and must be closed with it. */
  private record State(
      Worlds worlds,
      EventStreams streams,
      MediaFolder media,
      FakeWorlds control,
      FakeWorld standard)
      implements AutoCloseable {

    static State start(Settings settings, Contract contract) {
      var worlds = new Worlds();
      var streams = new EventStreams(worlds, eventSettings(settings, contract));
      var surroundings =
          new Surroundings(() -> contract, settings.journals(), Surroundings.socketsOf(streams));
      var control = new FakeWorlds(worlds, rules(settings), surroundings);
      var standard = Startup.world(settings, control);
      return new State(worlds, streams, new MediaFolder(), control, standard);
    }

    @Override
    public void close() {
      worlds.close();
      streams.close();
      media.close();
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
    var contract = Startup.contract(settings);
    var state = State.start(settings, contract);
    try {
      var pipeline = pipeline(settings, contract, state);
      var edge = Edge.start(edgeSettings(settings), pipeline, state.streams());
      return new FakeBeeper(new FakeBeeperConfig(settings), state, edge);
    } catch (RuntimeException e) {
      state.close();
      throw e instanceof ListenException
          ? new StartException(Reason.CANNOT_LISTEN, String.valueOf(e.getMessage()), e)
          : e;
    }
  }

  private static Pipeline pipeline(Settings settings, Contract contract, State state) {
    var operationsSettings = operationsSettings(settings.version());
    var check = settings.answers() == Answers.EXAMPLES ? TokenCheck.ANY : TokenCheck.KNOWN;
    var operations = Operations.of(operationsSettings, contract, state.media());
    if (settings.contract() == null) {
      Operations.requireFit(operations, Contract.bundled());
    }
    return new Pipeline(
        contract,
        new Callers(new Access(state.worlds(), operationsSettings, check), state.control()),
        operations,
        new PipelineSettings(
            settings.strictness(),
            settings.answers(),
            operationsSettings.validationStatus(),
            settings.refusedOldForms(),
            settings.limits()));
  }

  private static EventSettings eventSettings(Settings settings, Contract contract) {
    var newest = settings.version().isAtLeast("4.3.0");
    return EventSettings.defaults()
        .withShape(contract::shows)
        .withTimestamps(settings.eventTimes())
        .withAppState(newest ? EventSettings.AppState.KNOWN : EventSettings.AppState.UNKNOWN);
  }

  /** A JSON-quoted text is Matrix HTML in the documents of builds before 4.3.0 only. */
  private static WorldRules rules(Settings settings) {
    var older = !settings.version().isAtLeast("4.3.0");
    return WorldRules.defaults().withRawHtmlText(older);
  }

  /** Builds before 4.3.0 declare no 409. */
  private static OperationsSettings operationsSettings(ApiVersion version) {
    var defaults = OperationsSettings.defaults();
    return version.isAtLeast("4.3.0") ? defaults : defaults.withConflictStatus(422);
  }

  private static EdgeSettings edgeSettings(Settings settings) {
    return new EdgeSettings(
        settings.host(),
        settings.port(),
        settings.version().toString(),
        settings.forwarding(),
        settings.controlToken());
  }

  /** The address to give to a client, such as {@code http://127.0.0.1:51234}. */
  public URI baseUri() {
    return URI.create("http://" + authority(edge.addresses().get(0)));
  }

  /** The port, the same in both loopback families. */
  public int port() {
    return edge.port();
  }

  /** The bearer token to give to a client. */
  public String token() {
    return config.token();
  }

  /** The world of {@link #token()}, and of callers without a token. */
  public FakeWorld world() {
    return state.standard();
  }

  /** All worlds of this fake; open one for each test that runs beside others. */
  public FakeWorlds worlds() {
    return state.control();
  }

  /** What this fake was started with, and the control token that was made for it. */
  public FakeBeeperConfig config() {
    return config;
  }

  /** Every address the fake listens on, IPv4 first, such as {@code 127.0.0.1:51234}. */
  public List<String> addresses() {
    return edge.addresses().stream().map(FakeBeeper::authority).toList();
  }

  /**
   * The loopback addresses that {@code localhost} stands for but this machine does not have; empty
   * on most machines.
   */
  public List<String> missingAddresses() {
    return edge.missing().stream().map(FakeBeeper::loopback).toList();
  }

  private static String authority(InetSocketAddress address) {
    var ip = address.getAddress();
    var host = ip.isAnyLocalAddress() || ip.isLoopbackAddress() ? loopback(ip) : text(ip);
    return host + ":" + address.getPort();
  }

  /** The short form of a loopback address, which also reaches a socket on every address. */
  private static String loopback(InetAddress ip) {
    if (ip instanceof Inet6Address) {
      return "[::1]";
    }
    return ip.isAnyLocalAddress() ? "127.0.0.1" : ip.getHostAddress();
  }

  private static String text(InetAddress ip) {
    return ip instanceof Inet6Address ? "[" + ip.getHostAddress() + "]" : ip.getHostAddress();
  }

  /**
   * Stops the fake: the port is free, no thread and no file is left when this returns, which takes
   * two seconds at most. Closing twice does nothing.
   *
   * @throws java.io.UncheckedIOException when a file made for a client cannot be deleted
   */
  @Override
  public void close() {
    try (state) {
      state.worlds().close(); // sockets hear of it while the server is still there
      edge.close();
    }
  }
}
