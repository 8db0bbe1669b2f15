package dev.fakebeeper.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A client that was written with nothing but the pages in {@code docs} and the JDK: it knows an
 * address, and neither a token nor the project's own classes.
 */
final class Newcomer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123";
  private static final String REDIRECT = "http://127.0.0.1:8912/signed-in";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private String clientId = "";
  private String token = "";

  Newcomer(URI base) {
    this.base = base;
  }

  /** A refusal; the text is for the reader of a failed test. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;

    Refused(int status, String text) {
      super(status + " " + text);
      this.status = status;
    }
  }

  private JsonNode call(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new Refused(answer.statusCode(), answer.body());
      }
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (ConnectException e) {
      throw new Refused(0, "nobody listens");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  JsonNode get(String path) {
    return call(request(path).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  JsonNode post(String path) {
    return call(request(path).POST(BodyPublishers.noBody()));
  }

  static ObjectNode body() {
    return JSON.createObjectNode();
  }

  // docs/oauth.md

  /** Finds the endpoints, registers, and says where the user's browser has to go. */
  URI beginsToSignIn() {
    var endpoints = get("/.well-known/oauth-authorization-server");
    var wish = body().put("client_name", "Newcomer");
    wish.putArray("redirect_uris").add(REDIRECT);
    clientId =
        post(endpoints.path("registration_endpoint").asText(), wish).path("client_id").asText();
    var question = new LinkedHashMap<String, String>();
    question.put("response_type", "code");
    question.put("client_id", clientId);
    question.put("redirect_uri", REDIRECT);
    question.put("scope", "read write");
    question.put("state", "s-1");
    question.put("code_challenge", challenge());
    question.put("code_challenge_method", "S256");
    return URI.create(endpoints.path("authorization_endpoint").asText() + "?" + form(question));
  }

  private static String challenge() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The browser has come back to the redirect URI. */
  void isSentBack(URI there) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : there.getRawQuery().split("&", -1)) {
      var parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    if (!"s-1".equals(parameters.get("state"))) {
      throw new AssertionError("somebody else's answer: " + there);
    }
    var claim = new LinkedHashMap<String, String>();
    claim.put("grant_type", "authorization_code");
    claim.put("client_id", clientId);
    claim.put("code", parameters.get("code"));
    claim.put("redirect_uri", REDIRECT);
    claim.put("code_verifier", VERIFIER);
    var answer =
        call(
            request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(claim))));
    token = answer.path("access_token").asText();
  }

  // docs/setup.md

  String appState() {
    return get("/v1/app/setup").path("state").asText();
  }

  String asksForACode(String address) {
    var request = post("/v1/app/setup/start").path("setupRequestID").asText();
    post("/v1/app/setup/email", body().put("setupRequestID", request).put("email", address));
    return request;
  }

  /** Says who is signed in now. */
  String typesTheCode(String request, String code) {
    var answer = body().put("setupRequestID", request).put("response", code);
    return post("/v1/app/setup/response", answer).at("/matrix/userID").asText();
  }

  private String verification() {
    var id = get("/v1/app/setup/verifications").at("/items/0/id").asText();
    return "/v1/app/setup/verifications/" + id;
  }

  void asksForAVerification() {
    post("/v1/app/setup/verifications", body().put("purpose", "login"));
  }

  List<String> availableActions() {
    var actions = new ArrayList<String>();
    get(verification()).at("/verification/availableActions").forEach(a -> actions.add(a.asText()));
    return actions;
  }

  /** Compares emoji: both sides show the same ones. */
  String comparesEmoji() {
    var emoji = post(verification() + "/sas/start").at("/verification/sas/emojis").asText();
    post(verification() + "/sas/confirm");
    return emoji;
  }

  // docs/bridges.md

  /** Begins a sign-in with a code to scan, for a new account or for a login that has ended. */
  String showsAQrCode(String bridge, String loginId) {
    var wish = body().put("flowID", "qr");
    if (!loginId.isEmpty()) {
      wish.put("loginID", loginId);
    }
    var session = post("/v1/bridges/" + bridge + "/login-sessions", wish);
    return "/v1/bridges/" + bridge + "/login-sessions/" + session.path("loginSessionID").asText();
  }

  String loginOf(String accountId) {
    return get("/v1/accounts/" + accountId).path("loginID").asText();
  }

  String statusOf(String accountId) {
    return get("/v1/accounts/" + accountId).path("status").asText();
  }

  // README.md, docs/clients.md

  static String messages(String chatId) {
    return "/v1/chats/"
        + URLEncoder.encode(chatId, StandardCharsets.UTF_8).replace("+", "%20")
        + "/messages";
  }

  String send(String chatId, String text) {
    return post(messages(chatId), body().put("text", text)).path("pendingMessageID").asText();
  }

  /** The event socket that follows every chat. */
  Line listens() {
    var address = get("/v1/info").at("/endpoints/ws_events").asText().replaceFirst("^http", "ws");
    var line = new Line();
    line.socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create(address), line)
            .join();
    line.next("ready");
    line.socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
    line.next("subscriptions.updated");
    return line;
  }

  /** One connection of the event socket. */
  static final class Line implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private WebSocket socket;

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        try {
          frames.add(JSON.readTree(partial.toString()));
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      gone.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      gone.complete(null);
    }

    /** The next frame of a type; others are passed over. */
    JsonNode next(String type) {
      try {
        while (true) {
          var frame = frames.poll(10, TimeUnit.SECONDS);
          if (frame == null) {
            throw new AssertionError("no " + type + " within ten seconds");
          }
          if (frame.path("type").asText().equals(type)) {
            return frame;
          }
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    void awaitDrop() {
      gone.orTimeout(10, TimeUnit.SECONDS).join();
    }

    void hangUp() {
      socket.abort();
    }
  }
}
