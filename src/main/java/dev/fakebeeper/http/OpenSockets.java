package dev.fakebeeper.http;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of clients that are open, each with the one who hears it. Thread-safe. */
final class OpenSockets {
  private final Map<String, Hearer> open = new ConcurrentHashMap<>();

  /** Hears the client of one socket. */
  interface Hearer {

    /** The client sent a text. */
    void accept(String text);

    /** The client sent bytes, which no command is made of. */
    void accept(ByteBuffer data);

    /** The connection is over. */
    void ended(int code, String reason);
  }

  /** From now on a socket is heard. */
  void add(WsContext context, Hearer hearer) {
    open.put(context.sessionId(), hearer);
  }

  /** Hands on what comes from the sockets of a route. */
  void hear(WsConfig route) {
    route.onMessage(context -> find(context).accept(context.message()));
    route.onBinaryMessage(context -> find(context).accept(context.data()));
    route.onClose(
        context -> {
          var closed = open.remove(context.sessionId());
          if (closed != null) {
            closed.ended(context.status(), Objects.requireNonNullElse(context.reason(), ""));
          }
        });
  }

  private Hearer find(WsContext context) {
    var hearer = open.get(context.sessionId());
    if (hearer == null) {
      throw new IllegalStateException("a frame came from a socket that is not open");
    }
    return hearer;
  }
}
