package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.scenarios.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entries that wait for what a client does. */
class ScenarioTriggersTest {
  private static final String CHAT = "!lunch:beeper.com";
  private static final String ANSWER =
      "do: [{message: {chatID: \"!lunch:beeper.com\", from: \"@ann:beeper.com\", text: \"noon.\"}}]";
  private static FakeBeeper beeper;

  private FakeWorld world;
  private Api api;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void open(String timeline) {
    var scenario =
        Scenario.parse(
            """
            fakeBeeperScenario: 1
            name: triggers
            about: For a test.
            world:
              fakeBeeperWorld: 1
              me: {name: Robin, username: robin}
              people: {ann: {name: Ann, username: ann}}
              accounts: {matrix: {}}
              chats:
              - {account: matrix, people: [ann], id: "!lunch:beeper.com", localID: 7001}
              - {account: matrix, people: [ann], id: "!other:beeper.com"}
            timeline:
            """
                + timeline);
    world = beeper.worlds().open(NewWorld.named("triggers").scenario(scenario));
    api = new Api(beeper, world.token());
  }

  private void send(String chat) {
    var answer = api.post(Api.messages(chat), "{\"text\":\"when?\"}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private long answers() {
    return api.walk(Api.messages(CHAT)).stream()
        .filter(message -> message.path("text").asText().equals("noon."))
        .count();
  }

  @Test
  void an_entry_begins_after_the_nth_call_before_the_client_has_the_answer() {
    open("- {whenCalled: {operation: sendMessage, times: 2}, %s}".formatted(ANSWER));

    send(CHAT);
    assertThat(answers()).isZero();
    send(CHAT);
    assertThat(answers()).isEqualTo(1);
    send(CHAT);
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void every_nth_call_counts_if_that_is_wanted() {
    open("- {whenCalled: {operation: sendMessage, every: 2}, %s}".formatted(ANSWER));

    for (var i = 0; i < 5; i++) {
      send(CHAT);
    }

    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void a_delay_counts_from_the_call_on_the_clock_of_the_world() {
    open("- {whenCalled: {operation: sendMessage}, after: PT3S, %s}".formatted(ANSWER));
    world.advance(Duration.ofSeconds(10));

    send("7001");
    assertThat(world.due()).singleElement().extracting("at").isEqualTo(world.now().plusSeconds(3));
    world.advance(Duration.ofSeconds(3));

    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void only_calls_about_the_chat_count() {
    open("- {whenCalled: {operation: sendMessage, chatID: \"%s\"}, %s}".formatted(CHAT, ANSWER));

    send("!other:beeper.com");
    assertThat(answers()).isZero();
    send("7001"); // its local id
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void the_chat_may_be_named_in_the_query_or_the_body() {
    open(
        """
        - {whenCalled: {operation: searchMessages, chatID: "%s"}, %s}
        - {whenCalled: {operation: focusApp, chatID: "%s"}, %s}
        """
            .formatted(CHAT, ANSWER, CHAT, ANSWER));

    api.get("/v1/messages/search?chatIDs=" + Api.encoded("!other:beeper.com"));
    api.post("/v1/focus", "{\"chatID\":\"!other:beeper.com\"}");
    assertThat(answers()).isZero();
    api.get("/v1/messages/search?chatIDs=" + Api.encoded(CHAT));
    assertThat(answers()).isEqualTo(1);
    api.post("/v1/focus", "{\"chatID\":\"7001\"}"); // its local id
    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void refusals_count_only_where_their_status_is_asked_for() {
    open(
        """
        - {whenCalled: {operation: sendMessage, times: 2}, do: [{read: {chatID: "nowhere"}}]}
        - {whenCalled: {operation: sendMessage, status: 4xx, times: 2}, %s}
        """
            .formatted(ANSWER));

    api.post(Api.messages(CHAT), "{\"text\":7}");
    assertThat(answers()).isZero();
    api.post(Api.messages(CHAT), "{\"text\":7}");

    assertThat(answers()).isEqualTo(1);
    assertThat(world.scenarios().failures()).isEmpty();
  }

  @Test
  void counts_go_back_with_a_snapshot() {
    open("- {whenCalled: {operation: sendMessage, times: 2}, %s}".formatted(ANSWER));
    send(CHAT);
    var once = world.snapshot();
    send(CHAT);
    assertThat(answers()).isEqualTo(1);

    world.restore(once);
    assertThat(answers()).isZero();
    send(CHAT);
    assertThat(answers()).isEqualTo(1);

    world.reset();
    send(CHAT);
    assertThat(answers()).isZero();
  }
}
