package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.FakeBeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenarios of bridges and sign-ins, as a client sees them. */
class LoginScenariosTest {
  private static FakeBeeper beeper;

  private Play play;

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
    play.close();
  }

  private void play(String scenario) {
    play = Play.of(beeper, scenario);
  }

  @Test
  void bridge_login_qr_shows_a_second_code_and_ends_with_an_account() {
    play("bridge-login-qr");
    var session = signIn("local-whatsapp", "{}");
    var first = session.at("/currentStep/display/data").asText();

    play.after("PT20S");
    var second = read(session);
    play.after("PT5S");
    var complete = read(session);

    assertThat(second.at("/currentStep/display/data").asText()).isNotEqualTo(first);
    assertThat(complete.path("status").asText()).isEqualTo("complete");
    assertThat(complete.has("currentStep")).isFalse();
    var account = complete.at("/account/accountID").asText();
    assertThat(complete.at("/login/accountIDs/0").asText()).isEqualTo(account);
    assertThat(statusOf(account)).isEqualTo("connecting");
    play.after("PT2S");
    assertThat(statusOf(account)).isEqualTo("backfilling");
    play.after("PT1M");
    assertThat(statusOf(account)).isEqualTo("connected");
  }

  @Test
  void bridge_login_wrong_code_asks_again_until_the_third() {
    play("bridge-login-wrong-code");
    var session = signIn("telegram", "{\"flowID\":\"phone\"}");
    submit(session, "phone", "+15550142000");

    var wrong = submit(session, "code", "11111");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("message").asText()).isEqualTo("The code is wrong");
    assertThat(read(session).at("/currentStep/stepID").asText()).isEqualTo("code");
    var right = submit(session, "code", "24680");
    assertThat(right.json().path("status").asText()).isEqualTo("complete");

    var another = signIn("telegram", "{\"flowID\":\"phone\"}");
    submit(another, "phone", "+15550142001");
    submit(another, "code", "11111");
    submit(another, "code", "11111");
    var third = submit(another, "code", "11111");
    assertThat(third.json().path("status").asText()).isEqualTo("failed");
    assertThat(third.json().at("/error/code").asText()).isEqualTo("wrong_code");
    assertThat(submit(another, "code", "24680").status()).isEqualTo(409);
  }

  @Test
  void bridge_login_two_factor_has_a_step_that_nobody_expected() {
    play("bridge-login-two-factor");
    var session = signIn("telegram", "{\"flowID\":\"phone\"}");
    submit(session, "phone", "+15550142000");

    var asked = submit(session, "code", "12345").json();
    assertThat(asked.path("status").asText()).isEqualTo("waiting_for_input");
    assertThat(asked.at("/currentStep/stepID").asText()).isEqualTo("password");
    assertThat(submit(session, "password", "battery staple").status()).isEqualTo(422);
    var done = submit(session, "password", "correct horse").json();

    assertThat(done.path("status").asText()).isEqualTo("complete");
    assertThat(done.at("/account/user/phoneNumber").asText()).isEqualTo("+15550142000");
  }

  @Test
  void bridge_login_expires_when_nobody_scans() {
    play("bridge-login-expires");
    var session = signIn("local-whatsapp", "{}");

    play.after("PT159S");
    assertThat(read(session).path("status").asText()).isEqualTo("waiting_for_display");
    play.after("PT1S");
    var failed = read(session);

    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.at("/error/code").asText()).isEqualTo("expired");
    assertThat(failed.has("currentStep")).isFalse();
    play.after("PT1H");
    assertThat(play.api().get(path(session)).status()).isEqualTo(404);
  }

  @Test
  void bridge_login_declined_adds_no_account() {
    play("bridge-login-declined");
    var session = signIn("discordgo", "{\"flowID\":\"qr\"}");

    play.after("PT8S");
    assertThat(read(session).at("/currentStep/display/type").asText()).isEqualTo("nothing");
    play.after("PT4S");

    assertThat(read(session).path("status").asText()).isEqualTo("failed");
    assertThat(read(session).at("/error/code").asText()).isEqualTo("declined");
    assertThat(play.world().accountIds()).containsExactly("matrix");
  }

  @Test
  void bridge_login_reconnect_mends_the_same_account() {
    play("bridge-login-reconnect");
    var before = play.world().accountIds();
    var chats = play.ids("/v1/chats?accountIDs=instagramgo");
    var login =
        play.api().get("/v1/bridges/instagramgo/logins").json().at("/items/0/loginID").asText();
    assertThat(statusOf("instagramgo")).isEqualTo("reconnect_required");

    var session = signIn("instagramgo", "{\"loginID\":\"" + login + "\"}");
    assertThat(session.path("accountID").asText()).isEqualTo("instagramgo");
    var done =
        submit(session, "credentials", Map.of("username", "robin", "password", "hunter2")).json();

    assertThat(done.at("/account/accountID").asText()).isEqualTo("instagramgo");
    assertThat(statusOf("instagramgo")).isEqualTo("connecting");
    play.after("PT2S");
    assertThat(statusOf("instagramgo")).isEqualTo("connected");
    assertThat(play.world().accountIds()).isEqualTo(before);
    assertThat(play.ids("/v1/chats?accountIDs=instagramgo")).isEqualTo(chats).isNotEmpty();
  }

  @Test
  void bridge_login_backfill_lets_each_walk_find_more() {
    play("bridge-login-backfill");
    try (var socket = play.socket()) {
      var account = signIn("telegram", "{\"flowID\":\"qr\"}").at("/account/accountID").asText();
      assertThat(play.ids("/v1/chats?accountIDs=" + account)).isEmpty();

      play.after("PT1S");
      assertThat(socket.next().path("type").asText()).isEqualTo("chat.upserted");
      var chat = play.ids("/v1/chats?accountIDs=" + account).get(0);
      var walks = new ArrayList<List<String>>();
      for (var i = 0; i < 4; i++) {
        walks.add(Play.ids(play.api().walk(Api.messages(chat))));
        assertThat(statusOf(account)).isEqualTo("backfilling");
        play.after("PT6S");
      }

      for (var i = 1; i < walks.size(); i++) {
        assertThat(walks.get(i))
            .hasSizeGreaterThan(walks.get(i - 1).size())
            .startsWith(walks.get(i - 1).toArray(String[]::new));
      }
      play.after("PT10S");
      assertThat(statusOf(account)).isEqualTo("connected");
    }
  }

  @Test
  void bridge_takes_no_account_and_says_so() {
    play("bridge-takes-no-account");

    var expected =
        Map.of(
            "local-signal", List.of("connected", 409),
            "slackgo", List.of("limit_reached", 409),
            "linkedin", List.of("temporarily_unavailable", 502),
            "twitter", List.of("disabled", 422));

    expected.forEach(
        (bridge, statuses) -> {
          var shown = play.api().get("/v1/bridges/" + bridge).json().path("status").asText();
          var refused = play.api().post("/v1/bridges/" + bridge + "/login-sessions", "{}");
          assertThat(List.<Object>of(shown, refused.status())).as(bridge).isEqualTo(statuses);
        });
    var login = play.api().get("/v1/bridges/slackgo/logins").json().at("/items/0/loginID").asText();
    assertThat(signIn("slackgo", "{\"loginID\":\"" + login + "\"}").path("status").asText())
        .isEqualTo("waiting_for_cookies");
  }

  @Test
  void bridge_goes_down_and_comes_back_by_itself() {
    play("bridge-goes-down");
    var chat = writable("telegram");

    play.after("PT5S");
    assertThat(statusOf("telegram")).isEqualTo("disconnected");
    var failed = play.send(chat, "noon?");
    assertThat(play.message(chat, failed).at("/sendStatus/status").asText())
        .isEqualTo("FAIL_RETRIABLE");

    play.after("PT1M");
    assertThat(statusOf("telegram")).isEqualTo("connected");
    var sent = play.send(chat, "one?");
    assertThat(play.message(chat, sent).at("/sendStatus/status").asText()).isEqualTo("SUCCESS");
  }

  private String writable(String account) {
    for (var chat : play.api().get("/v1/chats?accountIDs=" + account).json().path("items")) {
      if (!chat.path("isReadOnly").asBoolean()) {
        return chat.path("id").asText();
      }
    }
    throw new AssertionError("no chat to write into");
  }

  private JsonNode signIn(String bridge, String body) {
    var answer = play.api().post("/v1/bridges/" + bridge + "/login-sessions", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode read(JsonNode session) {
    return play.api().get(path(session)).json();
  }

  private static String path(JsonNode session) {
    return "/v1/bridges/%s/login-sessions/%s"
        .formatted(session.path("bridgeID").asText(), session.path("loginSessionID").asText());
  }

  private Api.Answer submit(JsonNode session, String step, String value) {
    return submit(session, step, Map.of(step, value));
  }

  private Api.Answer submit(JsonNode session, String step, Map<String, String> values) {
    var body = JsonNodeFactory.instance.objectNode().put("type", "user_input");
    var fields = body.putObject("fields");
    values.forEach(fields::put);
    return play.api().post(path(session) + "/steps/" + step, body.toString());
  }

  private String statusOf(String account) {
    return play.api().get("/v1/accounts/" + account).json().path("status").asText();
  }
}
