package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client of the JDK that keeps every frame it hears, parsed. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
  static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;

  private SocketClient() {}

  static URI uri(FakeBeeper beeper) {
    return URI.create(beeper.baseUri().toString().replace("http", "ws") + "/v1/ws");
  }

  static SocketClient connect(FakeBeeper beeper, String token) {
    var client = new SocketClient();
    client.socket =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(uri(beeper), client)
            .join();
    assertThat(client.next().path("type").asText()).isEqualTo("ready");
    return client;
  }

  /** The status with which an upgrade is refused. */
  static int refusal(FakeBeeper beeper, String token) {
    var upgrade =
        HTTP.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(uri(beeper), new SocketClient());
    try {
      upgrade.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
    throw new AssertionError("the upgrade was not refused");
  }

  SocketClient subscribe(String... chatIds) {
    var command = JSON.createObjectNode().put("type", "subscriptions.set");
    var ids = command.putArray("chatIDs");
    List.of(chatIds).forEach(ids::add);
    send(command.toString());
    assertThat(next().path("type").asText()).isEqualTo("subscriptions.updated");
    return this;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary() {
    socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
  }

  JsonNode next() {
    try {
      var frame = frames.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame within ten seconds").isNotNull();
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The types of the next frames. */
  List<String> nextTypes(int count) {
    var types = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      types.add(next().path("type").asText());
    }
    return types;
  }

  /** Frames that are here already. */
  int waiting() {
    return frames.size();
  }

  int closeCode() throws Exception {
    return closed.get(10, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        frames.add(JSON.readTree(partial.toString()));
      } catch (java.io.IOException e) {
        throw new AssertionError("a frame is not JSON: " + partial, e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
