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

/** Scenarios that make things fail, and take it back. */
class ScenarioFaultsAndSocketsTest {
  private static final String CHAT = "!lunch:beeper.com";
  private static final String SAYS =
      "{message: {chatID: \"!lunch:beeper.com\", from: \"@ann:beeper.com\", text: \"%s\"}}";
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
    assertThat(world.scenarios().failures()).isEmpty();
    world.close();
  }

  private static Scenario scenario(String name, String members) {
    return Scenario.parse(
        "fakeBeeperScenario: 1\nname: %s\nabout: For a test.\n%s".formatted(name, members));
  }

  private void open(String members) {
    var opening =
        """
        world:
          fakeBeeperWorld: 1
          me: {name: Robin, username: robin}
          people: {ann: {name: Ann, username: ann}}
          accounts: {matrix: {}}
          chats:
          - {account: matrix, people: [ann], id: "!lunch:beeper.com", localID: 7001}
        """;
    world = beeper.worlds().open(NewWorld.named("f").scenario(scenario("base", opening + members)));
    api = new Api(beeper, world.token());
  }

  private int chats() {
    return api.get("/v1/chats").status();
  }

  private void says(String text) {
    world.others().from("@ann:beeper.com").text(text).in(CHAT);
  }

  private SocketClient socket(FakeWorld of) {
    return SocketClient.connect(beeper, of.token()).subscribe("*");
  }

  /** The text of the next message that the socket tells of. */
  private static String nextText(SocketClient socket) {
    while (true) {
      var frame = socket.next();
      if (frame.path("type").asText().equals("message.upserted")) {
        return frame.path("entries").path(0).path("text").asText();
      }
    }
  }

  @Test
  void a_fault_strikes_and_goes_with_its_scenario() {
    open("");
    var flaky =
        world
            .scenarios()
            .load(
                scenario("flaky", "faults: [{on: {operation: listChats}, error: {status: 502}}]"));
    assertThat(chats()).isEqualTo(502);

    flaky.unload();

    assertThat(chats()).isEqualTo(200);
    assertThat(world.faults().list()).isEmpty();
  }

  @Test
  void a_timeline_plans_faults_and_removes_them() {
    open(
        """
        timeline:
        - at: PT5S
          do: [{fault: {name: down, on: {group: reads}, error: {status: 502}}}]
        - at: PT10S
          do: [{faultRemoval: {name: down}}]
        - whenCalled: {operation: listChats, status: 5xx, times: 2}
          do: [%s]
        """
            .formatted(SAYS.formatted("still there?")));
    assertThat(chats()).isEqualTo(200);

    world.advance(Duration.ofSeconds(5));
    assertThat(chats()).isEqualTo(502);
    assertThat(chats()).isEqualTo(502);

    world.advance(Duration.ofSeconds(5));
    assertThat(chats()).isEqualTo(200);
    assertThat(api.walk(Api.messages(CHAT))).hasSize(1);
  }

  @Test
  void what_a_timeline_planned_goes_with_its_scenario_too() {
    open("");
    var outage =
        world
            .scenarios()
            .load(
                scenario(
                    "outage",
                    """
                    timeline:
                    - at: PT0S
                      do:
                      - fault: {on: {group: all}, error: {status: 500}}
                      - socketRule: {lose: {}}
                    """));
    assertThat(chats()).isEqualTo(500);
    assertThat(world.sockets().rules()).hasSize(1);

    outage.unload();

    assertThat(chats()).isEqualTo(200);
    assertThat(world.sockets().rules()).isEmpty();
  }

  @Test
  void a_rule_for_sockets_counts_on_in_a_snapshot_and_begins_anew_with_a_reset() {
    open("sockets: [{on: {type: message.upserted}, times: 2, lose: {}}]");
    try (var socket = socket(world)) {
      says("lost 1");
      says("lost 2");
      says("heard");
      assertThat(nextText(socket)).isEqualTo("heard");

      world.reset();
      says("lost again");
      var once = world.snapshot();
      says("lost once more");
      says("heard again");
      assertThat(nextText(socket)).isEqualTo("heard again");

      world.restore(once);
      says("lost for good");
      says("heard at last");
      assertThat(nextText(socket)).isEqualTo("heard at last");
    }
  }

  @Test
  void a_fork_has_the_rules_and_faults_of_its_scenarios() {
    open(
        """
        sockets: [{on: {type: message.upserted}, times: 1, lose: {}}]
        faults: [{on: {operation: listChats}, calls: {first: 1}, error: {status: 502}}]
        """);
    var fork = world.fork("fork");
    try (var socket = socket(fork)) {
      fork.others().from("@ann:beeper.com").text("lost").in(CHAT);
      fork.others().from("@ann:beeper.com").text("heard").in(CHAT);

      assertThat(nextText(socket)).isEqualTo("heard");
      assertThat(new Api(beeper, fork.token()).get("/v1/chats").status()).isEqualTo(502);
      assertThat(chats()).isEqualTo(502);
    } finally {
      fork.close();
    }
  }

  @Test
  void a_call_closes_the_sockets_before_it_is_answered() throws Exception {
    open(
        """
        timeline:
        - whenCalled: {operation: sendMessage}
          do: [{socketClose: {code: 1012, reason: restart}}]
        """);
    try (var socket = socket(world)) {
      api.post(Api.messages(CHAT), "{\"text\":\"noon?\"}");

      assertThat(world.sockets().list()).isEmpty();
      assertThat(socket.closeCode()).isEqualTo(1012);
    }
  }

  @Test
  void an_instant_closes_the_sockets() throws Exception {
    open("timeline: [{at: PT5S, do: [%s, {socketClose: {}}]}]".formatted(SAYS.formatted("bye")));
    try (var socket = socket(world)) {
      world.advance(Duration.ofSeconds(5));

      assertThat(nextText(socket)).isEqualTo("bye");
      assertThat(socket.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void a_subscription_to_the_chat_begins_an_entry_and_hears_of_it() {
    open(
        """
        timeline:
        - whenSubscribed: {chatID: "!lunch:beeper.com"}
          do: [%s]
        - whenSubscribed: {every: 1}
          after: PT2S
          do: [%s]
        """
            .formatted(SAYS.formatted("at once"), SAYS.formatted("later")));
    try (var socket = SocketClient.connect(beeper, world.token())) {
      socket.subscribe("!other:beeper.com");
      socket.subscribe("7001");

      assertThat(nextText(socket)).isEqualTo("at once");
      world.advance(Duration.ofSeconds(2));
      assertThat(nextText(socket)).isEqualTo("later");
      assertThat(nextText(socket)).isEqualTo("later");
    }
  }
}
