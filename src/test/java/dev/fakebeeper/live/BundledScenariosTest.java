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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenarios that come with the product, as a client sees them. */
class BundledScenariosTest {
  private static final String WHATSAPP = "local-whatsapp_ba_Kw7pT2";
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

  private void play(String scenario) {
    world = beeper.worlds().open(NewWorld.named("w").scenario(Scenarios.named(scenario)));
    api = new Api(beeper, world.token());
  }

  private String chatOf(String account) {
    var chats = api.get("/v1/chats?accountIDs=" + account).json().path("items");
    return chats.path(0).path("id").asText();
  }

  private String send(String chat) {
    var answer = api.post(Api.messages(chat), "{\"text\":\"noon?\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("pendingMessageID").asText();
  }

  private void after(String span) {
    world.advance(Duration.parse(span));
  }

  private JsonNode message(String chat, String id) {
    return api.get(Api.message(chat, id)).json();
  }

  private String status(String chat, String id) {
    var answer = api.get(Api.message(chat, id));
    return answer.status() == 404
        ? "404"
        : answer.json().path("sendStatus").path("status").asText();
  }

  @Test
  void send_normal_is_unknown_then_pending_then_sent_and_one_message() {
    play("send-normal");
    var chat = chatOf("matrix");
    try (var socket = SocketClient.connect(beeper, world.token()).subscribe(chat)) {
      var id = send(chat);
      assertThat(status(chat, id)).isEqualTo("404");
      after("PT0.15S");
      assertThat(status(chat, id)).isEqualTo("PENDING");
      after("PT0.9S");
      assertThat(status(chat, id)).isEqualTo("SUCCESS");
      after("PT4S");

      var ids = new ArrayList<String>();
      while (ids.size() < 4) {
        var frame = socket.next();
        if (frame.path("type").asText().equals("message.upserted")) {
          ids.add(frame.path("ids").path(0).asText());
        }
      }
      assertThat(ids).containsOnly(message(chat, id).path("id").asText());
      assertThat(api.walk(Api.messages(chat)))
          .filteredOn(one -> one.path("text").asText().equals("noon?"))
          .hasSize(1);
    }
  }

  @Test
  void send_slow_bridge_outlives_the_patience_of_clients() {
    play("send-slow-bridge");
    var chat = chatOf("matrix");

    var id = send(chat);

    after("PT30S");
    assertThat(status(chat, id)).isEqualTo("PENDING");
    after("PT10.15S");
    assertThat(status(chat, id)).isEqualTo("SUCCESS");
  }

  @Test
  void send_fails_for_good_is_told_by_the_status_alone() {
    play("send-fails-for-good");
    var chat = chatOf("matrix");

    var id = send(chat);
    after("PT2S");

    var sendStatus = message(chat, id).path("sendStatus");
    assertThat(sendStatus.path("status").asText()).isEqualTo("FAIL_PERMANENT");
    assertThat(sendStatus.path("reason").asText()).isEqualTo("network_error");
    assertThat(sendStatus.path("message").asText()).contains("did not take");
    after("PT1H");
    assertThat(status(chat, id)).isEqualTo("FAIL_PERMANENT");
  }

  @Test
  void send_fails_then_succeeds_without_help_of_the_client() {
    play("send-fails-then-succeeds");
    var chat = chatOf("matrix");

    var id = send(chat);

    var seen = new ArrayList<String>();
    for (var step : List.of("PT0.15S", "PT1S", "PT3S", "PT1S", "PT3S", "PT1S")) {
      after(step);
      seen.add(status(chat, id));
    }
    assertThat(seen)
        .containsExactly(
            "PENDING", "FAIL_RETRIABLE", "PENDING", "FAIL_RETRIABLE", "PENDING", "SUCCESS");
  }

  @Test
  void account_needs_reconnect_reads_on_and_cannot_send_until_it_is_back() {
    play("account-needs-reconnect");
    var chat = chatOf(WHATSAPP);
    assertThat(accountStatus()).isEqualTo("connected");

    after("PT5S");
    assertThat(accountStatus()).isEqualTo("reconnect_required");
    assertThat(api.get(Api.messages(chat)).json().path("items")).isNotEmpty();
    var lost = send(chat);
    var other = chatOf("matrix");
    var fine = send(other);
    after("PT2S");
    assertThat(status(chat, lost)).isEqualTo("FAIL_RETRIABLE");
    assertThat(message(chat, lost).path("sendStatus").path("reason").asText())
        .isEqualTo("account_not_connected");
    assertThat(status(other, fine)).isEqualTo("SUCCESS");

    after("PT1M");
    assertThat(accountStatus()).isEqualTo("connected");
    var sent = send(chat);
    after("PT2S");
    assertThat(status(chat, sent)).isEqualTo("SUCCESS");
    assertThat(status(chat, lost)).isEqualTo("FAIL_RETRIABLE");
  }

  private String accountStatus() {
    return api.get("/v1/accounts/" + WHATSAPP).json().path("status").asText();
  }
}
