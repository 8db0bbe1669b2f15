package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.OtherDevice;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody in a lived-in world of their own who makes one call, and whatever has to be there before
 * it: what a client could do is done by HTTP, what only others can do by control.
 */
final class Visitor implements AutoCloseable {
  static final String WHATSAPP = "local-whatsapp_ba_Kw7pT2";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final FakeBeeper beeper;
  private final FakeWorld world;
  private final Api api;

  Visitor(FakeBeeper beeper) {
    this.beeper = beeper;
    world = beeper.worlds().open(NewWorld.named("visit-" + COUNT.incrementAndGet()));
    api = new Api(beeper, world.token());
    world.setup().plan(plan -> plan.otherDeviceWaits());
    world.logins().everywhere(plan -> plan.otherSideWaits());
  }

  FakeWorld world() {
    return world;
  }

  /** Somebody who has no token yet, by OAuth. */
  SignIn stranger() {
    return SignIn.at(beeper).in(world.name());
  }

  /** A call as it is to be judged. */
  HttpResponse<String> call(String method, String path, String body) {
    var request = request(path).header("Authorization", "Bearer " + world.token());
    return send(with(request, method, body));
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, "");
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body);
  }

  /** A call without a token. */
  HttpResponse<String> open(String method, String path, String body) {
    return send(with(request(path).header("X-Fake-Beeper-World", world.name()), method, body));
  }

  HttpResponse<String> multipart(String path, String body, String boundary) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + world.token())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(beeper.baseUri().resolve(path));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String method, String body) {
    return body.isEmpty()
        ? request.method(method, BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return SocketClient.HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What a call that comes before the one in question is answered with. */
  JsonNode first(String method, String path, String body) {
    var answer = api.call(method, path, body.isEmpty() ? null : body);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** The path of the newest chat of an account. */
  String chat(String account) {
    return Api.chat(item("/v1/chats?accountIDs=" + account).path("id").asText());
  }

  String chat() {
    return chat(WHATSAPP);
  }

  /** The id of a message of the owner's own, newly sent. */
  String own(String chat) {
    first("POST", chat + "/messages", "{\"text\":\"Half past six, by the gate.\"}");
    world.advance(Duration.ofMinutes(1));
    return item(chat + "/messages").path("id").asText();
  }

  /** The first item of a page. */
  JsonNode item(String path) {
    var items = first("GET", path, "").path("items");
    assertThat(items).as(path).isNotEmpty();
    return items.get(0);
  }

  /** The url of a picture that somebody sent. */
  String picture() {
    var found = item("/v1/messages/search?mediaTypes=image&excludeLowPriority=false");
    return found.at("/attachments/0/id").asText();
  }

  /** The path of a login session that waits for a step. */
  String session(String bridge, String body) {
    var path = "/v1/bridges/" + bridge + "/login-sessions";
    return path + "/" + first("POST", path, body).path("loginSessionID").asText();
  }

  /** The path of a login that is there. */
  String login() {
    var path = "/v1/bridges/discordgo/logins";
    return path + "/" + item(path).path("loginID").asText();
  }

  /** A sign-in to the app that has begun; its id. */
  String request() {
    world.setup().signOut();
    var answer = open("POST", "/v1/app/setup/start", "");
    return parsed(answer).path("setupRequestID").asText();
  }

  /** What answers the code that was mailed to an address. */
  String mailed(String address) {
    var request = request();
    open(
        "POST",
        "/v1/app/setup/email",
        "{\"setupRequestID\":\"%s\",\"email\":\"%s\"}".formatted(request, address));
    return "{\"setupRequestID\":\"%s\",\"response\":\"%s\"}"
        .formatted(request, world.setup().mailTo(address).orElseThrow().code());
  }

  static JsonNode parsed(HttpResponse<String> answer) {
    return new Api.Answer(answer.statusCode(), answer.body()).json();
  }

  /** The path of a verification that the client has asked for. */
  String verification() {
    world.setup().goTo("needs-verification");
    var begun = first("POST", "/v1/app/setup/verifications", "{\"purpose\":\"login\"}");
    return "/v1/app/setup/verifications/" + begun.at("/verification/id").asText();
  }

  OtherDevice device() {
    return world.verifications().otherDevice();
  }

  @Override
  public void close() {
    world.close();
  }
}
