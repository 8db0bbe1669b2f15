package dev.fakebeeper;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Opens event sockets as a client of one world, for tests that want to see what a client of theirs
 * is told, or have none of their own. {@link FakeBeeper#clientSockets} gives it; in JUnit it is a
 * parameter, and what a test opened is closed after it. Thread-safe.
 */
public final class ClientSockets implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;
  private final String token;
  private final Queue<ClientSocket> open = new ConcurrentLinkedQueue<>();

  ClientSockets(URI baseUri, String token) {
    this.address = URI.create("ws" + baseUri.toString().substring("http".length()) + "/v1/ws");
    this.token = token;
  }

  /** One thread for the sockets of all worlds, made when the first socket is opened. */
  private static final class Shared {
    static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  /**
   * Opens a socket that has subscribed to nothing yet. When this returns, the server's {@code
   * ready} is the first of its frames.
   *
   * @throws IllegalStateException if the server refuses it or does not answer in ten seconds
   */
  public ClientSocket open() {
    var socket = connected();
    open.add(socket);
    socket.await("ready", PATIENCE);
    return socket;
  }

  private ClientSocket connected() {
    var socket = new ClientSocket();
    try {
      return socket.over(
          Shared.CLIENT
              .newWebSocketBuilder()
              .connectTimeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .buildAsync(address, socket.new Listener())
              .join());
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "The event socket %s did not open: %s. Look into the journal for the reason; a fault, a revoked token or an API version without events may be behind it."
              .formatted(address, e.getCause()),
          e);
    }
  }

  /**
   * Opens a socket and subscribes. When this returns, every later change of these chats is told to
   * it.
   *
   * @param chatIds ids of chats, or {@code *} alone for all
   * @throws IllegalStateException if the server refuses it or does not answer in ten seconds
   */
  public ClientSocket openSubscribed(String... chatIds) {
    var socket = open();
    socket.subscribe(chatIds);
    return socket;
  }

  /** Closes every socket that was opened here. Closing twice does nothing. */
  @Override
  public void close() {
    for (var socket = open.poll(); socket != null; socket = open.poll()) {
      socket.close();
    }
  }
}
