package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fakebeeper.FakeBeeper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void the_inbox_is_read() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var request =
          HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/chats"))
              .header("Authorization", "Bearer " + beeper.token())
              .build();

      var response = client.send(request, BodyHandlers.ofString());

      assertEquals(200, response.statusCode());
      assertTrue(response.body().startsWith("{\"items\":["), response.body());
      assertEquals(1, beeper.world().journal().exchanges().size());
    }
  }

  @Test
  void an_event_arrives() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var frames = new LinkedBlockingQueue<String>();
      var uri = beeper.baseUri().toString().replace("http", "ws") + "/v1/ws";
      var socket =
          client
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + beeper.token())
              .buildAsync(java.net.URI.create(uri), new Frames(frames))
              .join();
      socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
      next(frames, "ready");
      next(frames, "subscriptions.updated");

      var account = beeper.world().accountIds().get(0);
      beeper.world().others().openGroup(account, "Lunch", java.util.List.of("@ann:example.org"));

      next(frames, "chat.upserted");
    }
  }

  private static void next(BlockingQueue<String> frames, String type) throws InterruptedException {
    var frame = frames.poll(10, TimeUnit.SECONDS);
    assertTrue(frame != null && frame.contains(type), "wanted " + type + ", got " + frame);
  }

  private record Frames(BlockingQueue<String> queue) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      queue.add(text.toString());
      socket.request(1);
      return null;
    }
  }
}
