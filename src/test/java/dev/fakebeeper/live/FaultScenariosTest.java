package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bundled scenarios in which calls fail, as a client sees them. */
class FaultScenariosTest {
  private static final String ANN = "!ann:beeper.com";
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  private static HttpRequest.Builder request(Play play, String path) {
    return HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
        .header("Authorization", "Bearer " + play.world().token())
        .header("X-Fake-Beeper-World", play.world().name());
  }

  private static HttpResponse<String> get(Play play, String path) throws Exception {
    return SocketClient.HTTP.send(request(play, path).build(), BodyHandlers.ofString());
  }

  @Test
  void something_else_on_the_port_answers_200_with_a_foreign_body() throws Exception {
    try (var play = Play.of(beeper, "something-else-on-the-port")) {
      var answer = get(play, "/v1/info");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(answer.body()).contains("Sign in to your router");
    }
  }

  @Test
  void version_below_minimum_is_told_by_the_header_of_every_answer() throws Exception {
    try (var play = Play.of(beeper, "version-below-minimum")) {
      for (var path : List.of("/v1/accounts", "/v1/chats", "/v1/info")) {
        assertThat(get(play, path).headers().allValues("X-Beeper-Desktop-Version"))
            .as(path)
            .containsExactly("4.1.92");
      }
    }
  }

  @Test
  void wrong_token_is_refused_by_all_but_the_open_calls() throws Exception {
    try (var play = Play.of(beeper, "wrong-token")) {
      var stranger = new Api(beeper, "not-a-token");

      var refused = stranger.get("/v1/accounts");

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.json().path("code").asText()).isEqualTo("unauthorized");
      assertThat(stranger.get("/v1/chats").status()).isEqualTo(401);
      assertThat(stranger.get("/v1/info").status()).isEqualTo(200);
      assertThat(play.api().get("/v1/accounts").status()).isEqualTo(200);
    }
  }

  @Test
  void token_revoked_ends_calls_and_sockets() throws Exception {
    try (var play = Play.of(beeper, "token-revoked");
        var socket = play.socket()) {
      assertThat(play.api().get("/v1/accounts").status()).isEqualTo(200);

      play.after("PT10S");

      assertThat(play.api().post(Api.messages(ANN), "{\"text\":\"hi\"}").status()).isEqualTo(401);
      assertThat(SocketClient.refusal(beeper, play.world().token())).isEqualTo(401);
      assertThat(SignIn.at(beeper).introspect(play.world().token()).json().toString())
          .isEqualTo("{\"active\":false}");
      play.world().others().from("@ann:beeper.com").text("Are you there?").in(ANN);
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void token_expires_after_an_hour_for_good() {
    try (var play = Play.of(beeper, "token-expires")) {
      var client = play.other(0);
      play.after("PT59M59S");
      assertThat(client.get("/v1/accounts").status()).isEqualTo(200);

      play.after("PT1S");

      var answer = client.get("/v1/accounts");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().path("message").asText()).isEqualTo("Token expired");
    }
  }

  @Test
  void read_only_token_reads_and_does_not_write() {
    try (var play = Play.of(beeper, "read-only-token")) {
      var client = play.other(0);

      assertThat(client.get(Api.messages(ANN)).status()).isEqualTo(200);
      assertThat(client.post(Api.messages(ANN), "{\"text\":\"hi\"}").status()).isEqualTo(403);
      assertThat(client.post(Api.chat(ANN) + "/archive", "{\"archived\":true}").status())
          .isEqualTo(403);
      assertThat(
              client
                  .post(Api.message(ANN, "900001") + "/reactions", "{\"reactionKey\":\"👍\"}")
                  .status())
          .isEqualTo(403);
      assertThat(play.ids(Api.messages(ANN))).containsExactly("900001");
    }
  }

  private static List<String> texts(Play play) {
    var texts = new ArrayList<String>();
    play.api()
        .get(Api.messages(ANN))
        .json()
        .path("items")
        .forEach(one -> texts.add(one.path("text").asText()));
    return texts;
  }

  @Test
  void response_lost_after_send_leaves_two_messages_when_the_client_retries() {
    try (var play = Play.of(beeper, "response-lost-after-send")) {
      assertThatThrownBy(() -> play.send(ANN, "On my way"))
          .isInstanceOf(AssertionError.class)
          .hasCauseInstanceOf(IOException.class);

      play.send(ANN, "On my way");

      play.after("PT10S");
      assertThat(texts(play)).containsExactly("On my way", "On my way", "Noon?");
    }
  }

  @Test
  void error_after_send_leaves_two_messages_when_the_client_retries() {
    try (var play = Play.of(beeper, "error-after-send")) {
      var failed = play.api().post(Api.messages(ANN), "{\"text\":\"On my way\"}");
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.json().path("message").asText()).isNotEmpty();

      play.send(ANN, "On my way");

      play.after("PT10S");
      assertThat(texts(play)).containsExactly("On my way", "On my way", "Noon?");
    }
  }

  @Test
  void missing_optional_fields_leave_what_the_contract_requires() {
    try (var play = Play.of(beeper, "missing-optional-fields")) {
      var chat = play.api().get("/v1/chats").json().path("items").path(0);
      var message = play.api().get(Api.messages(ANN)).json().path("items").path(0);

      assertThat(chat.path("id").asText()).isEqualTo(ANN);
      assertThat(chat.has("preview")).isFalse();
      assertThat(chat.has("network")).isFalse();
      assertThat(chat.has("lastActivity")).isFalse();
      assertThat(message.path("id").asText()).isEqualTo("900001");
      assertThat(message.has("senderName")).isFalse();
      assertThat(message.has("isSender")).isFalse();
    }
  }

  @Test
  void unknown_enum_values_come_where_the_contract_has_a_list() {
    try (var play = Play.of(beeper, "unknown-enum-values");
        var socket = play.socket()) {
      var status = play.api().get("/v1/accounts").json().path(0).path("status").asText();
      var type = play.api().get(Api.messages(ANN)).json().at("/items/0/type").asText();

      assertThat(status)
          .isNotEmpty()
          .isNotIn("connected", "connecting", "backfilling", "disconnected", "disabled");
      assertThat(type).isNotEmpty().isNotIn("TEXT", "NOTICE", "IMAGE", "VIDEO", "FILE");
      play.after("PT10S");
      assertThat(socket.nextTypes(3))
          .containsExactly("chat.sparkled", "message.upserted", "chat.upserted");
    }
  }

  @Test
  void field_type_drift_shows_the_types_of_other_builds() {
    try (var play = Play.of(beeper, "field-type-drift")) {
      var chat = play.api().get("/v1/chats").json().path("items").path(0);
      var messages = Api.messages(chat.path("id").asText());
      var message = play.api().get(messages).json().path("items").path(0);

      assertThat(chat.path("lastReadMessageSortKey").isNumber()).isTrue();
      assertThat(message.has("mentions")).isTrue();
      assertThat(message.path("mentions").isNull()).isTrue();
      assertThat(message.path("seen").isObject()).isTrue();
    }
  }

  @Test
  void rate_limited_with_a_hint_and_then_without() throws Exception {
    try (var play = Play.of(beeper, "rate-limited")) {
      var chat = play.ids("/v1/chats").get(0);
      var limited = get(play, "/v1/accounts");
      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("Retry-After")).contains("5");
      play.after("PT4S");
      assertThat(get(play, "/v1/accounts").statusCode()).isEqualTo(429);
      play.after("PT1S");
      assertThat(get(play, "/v1/accounts").statusCode()).isEqualTo(200);

      play.send(chat, "one");
      play.send(chat, "two");
      var third = play.api().post(Api.messages(chat), "{\"text\":\"three\"}");
      assertThat(third.status()).isEqualTo(429);
      play.after("PT10S");
      play.send(chat, "three");
    }
  }

  @Test
  void slow_server_answers_after_35_seconds() throws Exception {
    try (var play = Play.of(beeper, "slow-server")) {
      var answer =
          SocketClient.HTTP.sendAsync(
              request(play, "/v1/accounts").build(), BodyHandlers.ofString());
      play.awaitDue();

      play.after("PT34S");
      assertThat(answer).isNotDone();
      play.after("PT1S");

      assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
      assertThat(answer.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void flaky_reads_fail_every_third_time() {
    try (var play = Play.of(beeper, "flaky-reads")) {
      var statuses = new ArrayList<Integer>();
      for (var call = 1; call <= 9; call++) {
        statuses.add(play.api().get("/v1/accounts").status());
      }

      assertThat(statuses).containsExactly(200, 200, 502, 200, 200, 502, 200, 200, 502);
    }
  }
}
