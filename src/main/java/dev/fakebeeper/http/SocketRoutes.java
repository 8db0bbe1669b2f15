package dev.fakebeeper.http;

import dev.fakebeeper.contract.WebSocketContract;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.http.SocketGate.UpgradeRefused;
import dev.fakebeeper.operations.Session;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.websocket.api.Callback;

/** The WebSocket of the contract on Javalin. Thread-safe. */
final class SocketRoutes implements AutoCloseable {
  private static final String SESSION = "fake-beeper-session";
  private static final String END_POINT = "fake-beeper-end-point";

  /** Our own pings are answered every 30 seconds; who is silent for four of them is gone. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  /**
   * Far above the protocol's limit for commands, so that a long one is refused in the protocol and
   * not by the socket.
   */
  private static final int MAX_TEXT_BYTES = 1024 * 1024;

  private final WebSocketContract contract;
  private final SocketGate gate;
  private final EventStreams streams;
  private final String desktopVersion;
  private final OpenSockets open = new OpenSockets();
  private final ScheduledExecutorService timer = timer();

  SocketRoutes(
      WebSocketContract contract, SocketGate gate, EventStreams streams, String desktopVersion) {
    this.contract = contract;
    this.gate = gate;
    this.streams = streams;
    this.desktopVersion = desktopVersion;
  }

  void configure(JavalinConfig config) {
    var path = contract.upgrade().path();
    config.jetty.modifyWebSocketServletFactory(
        factory -> {
          factory.setMaxTextMessageSize(MAX_TEXT_BYTES);
          factory.setIdleTimeout(IDLE);
        });
    config.routes.exception(UpgradeRefused.class, this::refuse);
    config.routes.wsBeforeUpgrade(path, this::admit);
    config.routes.ws(path, this::serve);
  }

  private void admit(Context context) {
    context.attribute(SESSION, gate.admit(RequestReader.head(context.req())));
    context.attribute(END_POINT, endPoint(context));
    context.res().setHeader(Edge.VERSION_HEADER, desktopVersion);
  }

  private static ScriptedEndPoint endPoint(Context context) {
    var request = ServletContextRequest.getServletContextRequest(context.req());
    return (ScriptedEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
  }

  private void refuse(UpgradeRefused refusal, Context context) {
    context.res().setHeader(Edge.VERSION_HEADER, desktopVersion);
    refusal.answer(context);
  }

  private void serve(WsConfig socket) {
    socket.onConnect(this::connected);
    open.hear(socket);
  }

  private void connected(WsContext context) {
    Session caller = context.attribute(SESSION);
    ScriptedEndPoint endPoint = context.attribute(END_POINT);
    if (caller == null || endPoint == null) {
      throw new IllegalStateException("an upgrade passed without a session");
    }
    var stream = streams.find(caller.worldName());
    if (stream.isEmpty()) {
      context.session.close(1001, "The world is closed", Callback.NOOP);
      return;
    }
    var connection = new EventSocket.Connection(context.session, endPoint);
    open.add(context, new EventSocket(connection, caller, stream.get(), contract, timer));
  }

  private static ScheduledExecutorService timer() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "fake-beeper-pings");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    // A socket may still be closing when the server stops, which ends its connection anyway.
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    return executor;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
