package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.http.SocketGate.UpgradeRefused;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.stubs.UpstreamException;
import dev.fakebeeper.stubs.UpstreamSocket;
import dev.fakebeeper.stubs.UpstreamSocket.RefusedException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket in record mode: each socket of a client has one to the application behind it,
 * opened first, so that its refusal is the answer to the upgrade. Thread-safe.
 */
final class RelaySocketRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(RelaySocketRoutes.class);
  private static final String OPENED = "fake-beeper-relayed";

  /** The application has its own idea of who is idle. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  private static final int LARGEST_TEXT = 16 * 1024 * 1024;

  private final Relay relay;
  private final BaseUrl baseUrl;
  private final String path;
  private final OpenSockets open = new OpenSockets();

  RelaySocketRoutes(Relay relay, EdgeSettings settings, String path) {
    this.relay = relay;
    this.baseUrl = new BaseUrl(settings.forwarding());
    this.path = path;
  }

  /** An upgrade that the application has let in. */
  private record Opened(ApiRequest upgrade, String baseUrl, UpstreamSocket upstream) {}

  void configure(JavalinConfig config) {
    config.jetty.modifyWebSocketServletFactory(
        factory -> {
          factory.setMaxTextMessageSize(LARGEST_TEXT);
          factory.setIdleTimeout(IDLE);
        });
    config.routes.exception(UpgradeRefused.class, UpgradeRefused::answer);
    config.routes.wsBeforeUpgrade(path, this::admit);
    config.routes.ws(path, this::serve);
  }

  private void admit(Context context) {
    var upgrade = RequestReader.head(context.req());
    var base = baseUrl.of(context.req());
    try {
      context.attribute(OPENED, new Opened(upgrade, base, relay.open(upgrade, base)));
    } catch (RefusedException e) {
      throw new UpgradeRefused(refusal(upgrade, base, e.status()));
    } catch (UpstreamException e) {
      throw new UpgradeRefused(RelayHandler.unanswered(e).response());
    }
  }

  /** Java's client drops the body of a refusal, so the application is asked once more. */
  private ApiResponse refusal(ApiRequest upgrade, String base, int status) {
    try (var answer = relay.refusal(upgrade, base)) {
      var type = answer.headers().first("Content-Type").orElse("");
      var bytes = answer.body();
      var body = new Body.Stream(type, bytes.length, () -> new ByteArrayInputStream(bytes));
      var headers = answer.headers().without(List.of("Content-Type"));
      return new ApiResponse(answer.status(), headers, body);
    } catch (UpstreamException | IOException e) {
      LOG.debug("the app did not refuse an upgrade twice", e);
      return new ApiError(status, "UPGRADE_REFUSED", "The upgrade was refused", null).toResponse();
    }
  }

  private void serve(WsConfig socket) {
    socket.onConnect(this::connected);
    open.hear(socket);
  }

  private void connected(WsContext context) {
    Opened opened = context.attribute(OPENED);
    if (opened == null) {
      throw new IllegalStateException("an upgrade passed without the application");
    }
    context.enableAutomaticPings();
    var recorded = relay.recorded(opened.upgrade(), opened.baseUrl());
    var socket =
        new RelaySocket(
            context.session,
            opened.upstream(),
            recorded,
            new RelaySocket.Names(relay, opened.baseUrl()));
    open.add(context, socket);
    socket.begin();
  }
}
