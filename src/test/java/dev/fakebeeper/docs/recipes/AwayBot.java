package dev.fakebeeper.docs.recipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client such as people write: answers whoever wrote while the owner is away. */
public final class AwayBot {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  public AwayBot(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Answers every chat with something unread, and marks it as read. */
  public void answerUnread() throws IOException, InterruptedException {
    for (var chat : call("GET", "/v1/chats", "").path("items")) {
      if (chat.path("unreadCount").asInt() > 0) {
        answer(chat.path("id").asText());
      }
    }
  }

  private void answer(String chatId) throws IOException, InterruptedException {
    var path = "/v1/chats/" + URLEncoder.encode(chatId, StandardCharsets.UTF_8);
    call("POST", path + "/messages", "{\"text\":\"I am away until Monday.\"}");
    call("POST", path + "/read", "");
  }

  /** What the accounts are like, for people. */
  public String accounts() throws IOException, InterruptedException {
    return call("GET", "/v1/accounts", "").toString();
  }

  /** A search that the server refuses. */
  public String searchBadly() throws IOException, InterruptedException {
    return call("GET", "/v1/chats/search?limit=many", "").path("message").asText();
  }

  /** Listens until the connection ends; completes with its close code. */
  public CompletableFuture<Integer> listen() {
    var ended = new CompletableFuture<Integer>();
    var uri = URI.create(address.toString().replaceFirst("http", "ws") + "/v1/ws");
    var socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(uri, new Ear(ended))
            .join();
    socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
    return ended;
  }

  private record Ear(CompletableFuture<Integer> ended) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      ended.complete(code);
      return CompletableFuture.completedFuture(code);
    }
  }

  private JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      var request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() < 500 || tries == 2) {
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
      }
    }
  }
}
