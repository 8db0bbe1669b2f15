package dev.fakebeeper.http;

import dev.fakebeeper.control.Outage;
import dev.fakebeeper.events.EventStreams;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server: Javalin on one port, with a single handler for every method and path, because routing
 * is the contract's. Thread-safe.
 */
public final class Edge implements AutoCloseable {
  /** On every answer of the real server; clients gate features on it. */
  static final String VERSION_HEADER = "X-Beeper-Desktop-Version";

  private static final int MAX_THREADS = 250;
  private static final int MIN_THREADS = 4;
  private static final int IDLE_THREAD_MILLIS = 60_000;

  /** How long {@link #close()} waits for requests that are still being answered. */
  private static final long STOP_MILLIS = 2_000;

  /** Twice the default: ids and cursors of this API are long, and SDKs add headers of their own. */
  static final int MAX_HEAD_BYTES = 16 * 1024;

  private final ListenSockets sockets;
  private final Javalin javalin;
  private final Ends ends;
  private final ServerOutage outage;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** What is done before the server stops, and after. */
  private record Ends(Runnable before, Runnable after) {}

  private Edge(ListenSockets sockets, Ends ends, Consumer<JavalinConfig> own) {
    this.sockets = sockets;
    this.ends = ends;
    this.javalin = Javalin.create(own);
    this.outage = new ServerOutage(sockets, this::connectors);
  }

  /**
   * Starts to serve. When this returns, requests are answered.
   *
   * @param streams what the sockets of each world hear of
   * @throws ListenException if the port is taken or the host is not one of this machine
   */
  public static Edge start(EdgeSettings settings, Pipeline pipeline, EventStreams streams) {
    var events = pipeline.socketRoutes(streams, settings.desktopVersion());
    return started(
        ListenSockets.bind(settings.host(), settings.port()),
        sockets ->
            new Edge(
                sockets,
                new Ends(() -> {}, () -> events.ifPresent(SocketRoutes::close)),
                config -> {
                  config.routes.before(new ExchangeHandler(settings, pipeline));
                  configure(config, settings, pipeline, sockets);
                  events.ifPresent(routes -> routes.configure(config));
                }));
  }

  /**
   * Starts to record: all but the control API is handed to the application behind a relay.
   *
   * @throws ListenException if the port is taken or the host is not one of this machine
   */
  public static Edge start(EdgeSettings settings, Pipeline pipeline, Relay relay) {
    var control = new ExchangeHandler(settings, pipeline);
    var reader = new RequestReader(settings, pipeline);
    var handler = new RelayHandler(relay, control, reader, pipeline.refusals());
    var routes = pipeline.socketPath().map(path -> new RelaySocketRoutes(relay, settings, path));
    return started(
        ListenSockets.bind(settings.host(), settings.port()),
        sockets ->
            new Edge(
                sockets,
                new Ends(handler::awaitIdle, () -> {}),
                config -> {
                  config.routes.before(handler);
                  configure(config, settings, pipeline, sockets);
                  routes.ifPresent(one -> one.configure(config));
                }));
  }

  private static Edge started(ListenSockets sockets, Function<ListenSockets, Edge> maker) {
    try {
      var edge = maker.apply(sockets);
      edge.javalin.start();
      return edge;
    } catch (RuntimeException e) {
      sockets.close(e);
      throw e;
    }
  }

  private static void configure(
      JavalinConfig config, EdgeSettings settings, Pipeline pipeline, ListenSockets sockets) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    useOneStage(config);
    var errors = new JettyErrors(settings.desktopVersion(), pipeline.log());
    config.jetty.threadPool = threads(sockets.port());
    config.jetty.modifyServer(server -> server.setErrorHandler(errors));
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(MAX_HEAD_BYTES));
    config.jetty.modifyServletContextHandler(
        handler -> {
          handler.setErrorHandler(errors);
          handler.getSessionHandler().setUsingCookies(false);
        });
    for (var channel : sockets.channels()) {
      config.jetty.addConnector((server, http) -> connector(server, http, channel));
    }
  }

  /** Javalin's other stages (matching, after, error mapping) would only cost time here. */
  @SuppressWarnings("unchecked") // Kotlin's varargs of a generic type
  private static void useOneStage(JavalinConfig config) {
    config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
  }

  /** Daemons, so that a test which forgets to close a fake still ends. */
  private static QueuedThreadPool threads(int port) {
    var pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MILLIS);
    pool.setName("fake-beeper-" + port);
    pool.setDaemon(true);
    pool.setStopTimeout(STOP_MILLIS);
    return pool;
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSocketChannel channel) {
    var connector = new ScriptedConnector(server, http);
    connector.setPort(channel.socket().getLocalPort());
    connector.setHost(channel.socket().getInetAddress().getHostAddress()); // for Jetty's log
    try {
      connector.open(channel);
    } catch (IOException e) {
      throw new IllegalStateException("an open socket was refused", e);
    }
    return connector;
  }

  /** What listens, one for each address. */
  List<ServerConnector> connectors() {
    return Arrays.stream(javalin.jettyServer().server().getConnectors())
        .map(ServerConnector.class::cast)
        .toList();
  }

  /** Goes away and comes back. */
  public Outage outage() {
    return outage;
  }

  /** The port, the same in both loopback families. */
  public int port() {
    return sockets.port();
  }

  /** Where the server listens, IPv4 first. */
  public List<InetSocketAddress> addresses() {
    return sockets.addresses();
  }

  /** The loopback addresses that were asked for but do not exist on this machine. */
  public List<InetAddress> missing() {
    return sockets.missing();
  }

  /**
   * Stops to serve and frees the port. Waits two seconds at most for requests that are being
   * answered, then cuts them off. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      outage.close();
      ends.before().run();
      javalin.stop();
      ends.after().run();
    }
  }
}
