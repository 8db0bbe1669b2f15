package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A bundled scenario on a frozen clock, with a client in it. Closing it ends the world. */
final class Play implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final FakeBeeper beeper;
  private final FakeWorld world;
  private final Api api;

  private Play(FakeBeeper beeper, FakeWorld world) {
    this.beeper = beeper;
    this.world = world;
    this.api = new Api(beeper, world.token());
  }

  static Play of(FakeBeeper beeper, String scenario) {
    var name = scenario + "-" + COUNT.incrementAndGet();
    var start = NewWorld.named(name).scenario(Scenarios.named(scenario));
    return new Play(beeper, beeper.worlds().open(start));
  }

  FakeWorld world() {
    return world;
  }

  Api api() {
    return api;
  }

  /** Moves the clock. */
  void after(String span) {
    world.advance(Duration.parse(span));
  }

  /** Waits until something is planned for later, such as an answer that is held back. */
  void awaitDue() {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !world.due().isEmpty());
  }

  JsonNode chat(String id) {
    return api.get(Api.chat(id)).json();
  }

  JsonNode message(String chat, String id) {
    return api.get(Api.message(chat, id)).json();
  }

  /** The ids of the items of a list's first page. */
  List<String> ids(String path) {
    return ids(api.get(path).json().path("items"));
  }

  static List<String> ids(Iterable<JsonNode> items) {
    var ids = new ArrayList<String>();
    items.forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  /** The texts of an array. */
  static List<String> texts(Iterable<JsonNode> items) {
    var texts = new ArrayList<String>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Sends a text; the pending id. */
  String send(String chat, String text) {
    var answer = api.post(Api.messages(chat), "{\"text\":\"" + text + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("pendingMessageID").asText();
  }

  /** A client with another token of the scenario. */
  Api other(int number) {
    return new Api(beeper, otherToken(number));
  }

  /** A token of the scenario, the first is 0. */
  String otherToken(int number) {
    return world.tokens().stream()
        .map(token -> token.value())
        .filter(value -> !value.equals(world.token()))
        .toList()
        .get(number);
  }

  /** A socket that hears of everything. */
  SocketClient socket() {
    return socket(world.token());
  }

  SocketClient socket(String token) {
    return SocketClient.connect(beeper, token).subscribe("*");
  }

  @Override
  public void close() {
    assertThat(world.scenarios().failures()).isEmpty();
    world.close();
  }
}
