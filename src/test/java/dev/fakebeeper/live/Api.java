package dev.fakebeeper.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of the API in one world, over real HTTP. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final String header;
  private final String value;

  Api(FakeBeeper beeper, String token) {
    this(beeper, "Authorization", "Bearer " + token);
  }

  private Api(FakeBeeper beeper, String header, String value) {
    this.base = beeper.baseUri().toString();
    this.header = header;
    this.value = value;
  }

  /** A client that has no token yet, in a world. */
  static Api withoutToken(FakeBeeper beeper, String world) {
    return new Api(beeper, "X-Fake-Beeper-World", world);
  }

  /** An answer. */
  record Answer(int status, String text) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text, e);
      }
    }
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer call(String method, String path, String body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header(header, value);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body));
    }
    try {
      var answer = SocketClient.HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + path, e);
    }
  }

  /** Every item of a list, walked by cursor from the newest on. */
  List<JsonNode> walk(String path) {
    return walk(path, "", "oldestCursor", "before");
  }

  /** The items on one side of a cursor, walked away from it. */
  List<JsonNode> walk(String path, String cursor, String next, String direction) {
    var items = new ArrayList<JsonNode>();
    var from = cursor;
    while (true) {
      var query = from.isEmpty() ? "" : "?direction=" + direction + "&cursor=" + encoded(from);
      var page = get(path + query).json();
      page.path("items").forEach(items::add);
      if (!page.path("hasMore").asBoolean()) {
        return items;
      }
      from = page.path(next).asText();
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String chat(String chatId) {
    return "/v1/chats/" + encoded(chatId);
  }

  static String messages(String chatId) {
    return chat(chatId) + "/messages";
  }

  static String message(String chatId, String messageId) {
    return messages(chatId) + "/" + encoded(messageId);
  }
}
