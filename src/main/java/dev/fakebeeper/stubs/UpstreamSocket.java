package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.stubs.UpstreamException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to the application behind a recorder. Reads nothing until {@link #begin}. Answers
 * pings by itself. A sender waits until the application has taken what it sends. For one sender at
 * a time; else thread-safe.
 */
public final class UpstreamSocket {
  /** The closing codes that Java's client may send; of others it would make an error. */
  private static final Set<Integer> UNSENDABLE =
      Set.of(1002, 1003, 1004, 1005, 1006, 1007, 1009, 1010, 1012, 1013, 1014, 1015);

  private static final int LARGEST_TEXT = 16 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Those of the handshake itself, which Java's client writes. */
  private static final Set<String> OF_HANDSHAKE =
      Set.of("connection", "upgrade", "host", "content-length", "expect", "transfer-encoding");

  private final WebSocket socket;
  private final AtomicReference<@Nullable Listener> listener;

  private UpstreamSocket(WebSocket socket, AtomicReference<@Nullable Listener> listener) {
    this.socket = socket;
    this.listener = listener;
  }

  /** Hears what the application does. Called by one thread at a time. */
  public interface Listener {
    /**
     * A whole text.
     *
     * @return done when the next one may come
     */
    CompletionStage<?> text(String text);

    /** A piece of a binary message. */
    CompletionStage<?> binary(ByteBuffer data, boolean last);

    /** The application has said goodbye; 1005 when it gave no code. */
    void closed(int code, String reason);

    /** The connection is lost. */
    void lost();
  }

  /** The application did not let the client in. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    RefusedException(int status, Exception cause) {
      super("the upgrade was answered " + status, cause);
      this.status = status;
    }

    /** What it answered in place of 101. */
    public int status() {
      return status;
    }
  }

  /** One client for the JVM: its thread cannot be ended before Java 21. */
  private static final class Client {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(UpstreamLimits.DEFAULT.connect())
            .build();
  }

  /**
   * Opens a socket.
   *
   * @param upgrade its headers go along, but for those of the handshake
   * @throws RefusedException when the application answers anything but 101
   * @throws UpstreamException when it cannot be reached
   */
  public static UpstreamSocket open(URI base, ApiRequest upgrade)
      throws RefusedException, UpstreamException {
    UpstreamException last = null;
    for (var host : hosts(base)) {
      try {
        return open(base, host, upgrade);
      } catch (UpstreamException e) {
        last = e;
      }
    }
    throw Objects.requireNonNull(last);
  }

  /** The name of this machine may stand for two addresses, of which the app listens on one. */
  private static List<String> hosts(URI base) {
    var name = base.getHost();
    if (!name.equals("localhost")) {
      return List.of(name);
    }
    try {
      return List.of(InetAddress.getAllByName(name)).stream()
          .map(InetAddress::getHostAddress)
          .map(address -> address.indexOf(':') >= 0 ? "[" + address + "]" : address)
          .toList();
    } catch (UnknownHostException e) {
      return List.of(name); // then connecting says why
    }
  }

  private static UpstreamSocket open(URI base, String host, ApiRequest upgrade)
      throws RefusedException, UpstreamException {
    var listener = new AtomicReference<@Nullable Listener>();
    var builder = Client.SHARED.newWebSocketBuilder();
    upgrade
        .headers()
        .asMap()
        .forEach(
            (name, values) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if (!OF_HANDSHAKE.contains(lower) && !lower.startsWith("sec-websocket-")) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    try {
      var opening = builder.buildAsync(target(base, host, upgrade), new Relay(listener));
      var socket = opening.get(UpstreamLimits.DEFAULT.silence().toMillis(), TimeUnit.MILLISECONDS);
      return new UpstreamSocket(socket, listener);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new RefusedException(refused.getResponse().statusCode(), refused);
      }
      throw new UpstreamException(reason(e.getCause()), base, e);
    } catch (TimeoutException e) {
      throw new UpstreamException(Reason.SILENT, base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UpstreamException(Reason.CUT_OFF, base, e);
    }
  }

  private static Reason reason(@Nullable Throwable failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
        ? Reason.UNREACHABLE
        : Reason.CUT_OFF;
  }

  private static URI target(URI base, String host, ApiRequest upgrade) {
    var scheme = base.getScheme().equals("https") ? "wss" : "ws";
    var port = base.getPort() < 0 ? "" : ":" + base.getPort();
    var path = base.getRawPath().replaceFirst("/$", "") + upgrade.rawPath();
    var query = upgrade.rawQuery() == null ? "" : "?" + upgrade.rawQuery();
    return URI.create(scheme + "://" + host + port + path + query);
  }

  /** Lets the application speak. */
  public void begin(Listener heard) {
    listener.set(heard);
    socket.request(1);
  }

  /**
   * Sends a text and waits until it has gone out.
   *
   * @throws IOException if it did not go out
   */
  public void send(String text) throws IOException {
    await(socket.sendText(text, true)); // Java's client takes no other before this one has gone
  }

  /** Sends bytes and waits until they have gone out. */
  public void send(ByteBuffer data) throws IOException {
    await(socket.sendBinary(data, true));
  }

  private static void await(CompletableFuture<WebSocket> sent) throws IOException {
    try {
      sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the app did not take a message", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Says goodbye with the code of the client, or ends the connection when it gave none. */
  public void close(int code, String reason) {
    if (UNSENDABLE.contains(code) || socket.isOutputClosed()) {
      socket.abort();
      return;
    }
    var unused =
        socket
            .sendClose(code, reason)
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    socket.abort();
                  }
                });
  }

  /** Ends the connection without a word. */
  public void abort() {
    socket.abort();
  }

  /** Puts texts together and asks for the next one when the last has been taken. */
  private static final class Relay implements WebSocket.Listener {
    private final AtomicReference<@Nullable Listener> listener;
    private final StringBuilder text = new StringBuilder();

    Relay(AtomicReference<@Nullable Listener> listener) {
      this.listener = listener;
    }

    /** Asks for nothing: nobody could be told yet. */
    @Override
    public void onOpen(WebSocket socket) {}

    private Listener heard() {
      return Objects.requireNonNull(listener.get(), "nothing was asked for yet");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      if (text.length() + data.length() > LARGEST_TEXT) {
        socket.abort();
        heard().lost();
        return null;
      }
      text.append(data);
      if (!last) {
        socket.request(1);
        return null;
      }
      var whole = text.toString();
      text.setLength(0);
      then(heard().text(whole), socket);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      var copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
      then(heard().binary(copy, last), socket);
      return null;
    }

    private static void then(CompletionStage<?> taken, WebSocket socket) {
      taken.whenComplete(
          (done, failure) -> {
            if (failure == null) {
              socket.request(1);
            } else {
              socket.abort();
            }
          });
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard().closed(code, reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      var heard = listener.get();
      if (heard != null) {
        heard.lost();
      }
    }
  }
}
