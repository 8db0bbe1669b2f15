package dev.fakebeeper;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.http.Edge;
import dev.fakebeeper.http.EdgeSettings;
import dev.fakebeeper.http.ListenException;
import dev.fakebeeper.http.Pipeline;
import dev.fakebeeper.http.PipelineSettings;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.operations.Access.TokenCheck;
import dev.fakebeeper.operations.MediaFolder;
import dev.fakebeeper.operations.Operations;
import dev.fakebeeper.operations.OperationsSettings;
import dev.fakebeeper.world.World;
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
  private final World world;
  private final MediaFolder media;
  private final Edge edge;

  private FakeBeeper(FakeBeeperConfig config, World world, MediaFolder media, Edge edge) {
    this.config = config;
    this.world = world;
    this.media = media;
    this.edge = edge;
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
    var settings = config.settings();
    Startup.requireSafe(settings);
    var contract = Startup.contract(settings);
    var world = Startup.world(settings);
    var media = new MediaFolder();
    try {
      var pipeline = pipeline(settings, contract, world, media);
      var edge = Edge.start(edgeSettings(settings), pipeline);
      return new FakeBeeper(config, world, media, edge);
    } catch (ListenException e) {
      world.close();
      throw new StartException(
          StartException.Reason.CANNOT_LISTEN, String.valueOf(e.getMessage()), e);
    }
  }

  private static Pipeline pipeline(
      Settings settings, Contract contract, World world, MediaFolder media) {
    var operationsSettings = operationsSettings(settings.version());
    var check = settings.answers() == Answers.EXAMPLES ? TokenCheck.ANY : TokenCheck.KNOWN;
    return new Pipeline(
        contract,
        new Access(world, operationsSettings, check),
        Operations.of(operationsSettings, contract, media),
        new PipelineSettings(
            settings.strictness(),
            settings.answers(),
            operationsSettings.validationStatus(),
            settings.limits()));
  }

  /** Builds before 4.3.0 declare no 409. */
  private static OperationsSettings operationsSettings(ApiVersion version) {
    var defaults = OperationsSettings.defaults();
    return version.isAtLeast("4.3.0") ? defaults : defaults.withConflictStatus(422);
  }

  private static EdgeSettings edgeSettings(Settings settings) {
    return new EdgeSettings(
        settings.host(), settings.port(), settings.version().toString(), settings.forwarding());
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

  /** What this fake was started with. */
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
    return edge.missing().stream().map(InetAddress::getHostAddress).toList();
  }

  private static String authority(InetSocketAddress address) {
    var ip = address.getAddress();
    var host = ip instanceof Inet6Address six ? bracketed(six) : ip.getHostAddress();
    return host + ":" + address.getPort();
  }

  private static String bracketed(Inet6Address ip) {
    return "[" + (ip.isLoopbackAddress() ? "::1" : ip.getHostAddress()) + "]";
  }

  /**
   * Stops the fake: the port is free, no thread and no file is left when this returns, which takes
   * two seconds at most. Closing twice does nothing.
   *
   * @throws java.io.UncheckedIOException when a file made for a client cannot be deleted
   */
  @Override
  public void close() {
    try (media;
        world) {
      edge.close();
    }
  }
}
