package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.live.Api.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenarios of signing in with the app and of verifying devices, as a client sees them. */
class SetupScenariosTest {
  private static final String SETUP = "/v1/app/setup";
  private static final String KEY = SETUP + "/verification/recovery-key";
  private static final String VERIFICATIONS = SETUP + "/verifications";
  private static final String ROBIN = "robin@example.org";

  private static FakeBeeper beeper;

  private Play play;
  private Api stranger;

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
    stranger = Api.withoutToken(beeper, play.world().name());
  }

  @Test
  void first_sign_in_begins_without_a_token_and_ends_with_one() {
    play("first-sign-in");
    var before = stranger.get(SETUP);
    assertThat(before.json().path("state").asText()).isEqualTo("needs-login");
    assertThat(before.json().has("matrix")).isFalse();
    assertThat(play.api().get("/v1/chats").status()).isEqualTo(403);

    var signedIn = answer(mailedTo(ROBIN), "402913").json();
    var client = new Api(beeper, signedIn.at("/matrix/accessToken").asText());

    assertThat(signedIn.at("/session/state").asText()).isEqualTo("initializing");
    assertThat(signedIn.at("/matrix/userID").asText()).isEqualTo("@robin:beeper.com");
    assertThat(stranger.get(SETUP).status()).isEqualTo(401);
    assertThat(client.get(SETUP).json().at("/matrix/deviceID").asText()).isNotEmpty();
    assertThat(Play.ids(client.get("/v1/chats").json().path("items")))
        .containsExactly("!ann:beeper.com");
    assertThat(stranger.post(SETUP + "/start", null).status()).isEqualTo(409);
    play.after("PT2S");
    assertThat(client.get(SETUP).json().path("state").asText()).isEqualTo("needs-verification");
  }

  @Test
  void sign_in_wrong_code_may_be_tried_again_until_the_third() {
    play("sign-in-wrong-code");
    var request = mailedTo(ROBIN);
    var wrong = answer(request, "000000");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().path("message").asText()).isEqualTo("The code is wrong");

    play.after("PT1M");
    var late = answer(request, "402913");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.json().path("message").asText()).isEqualTo("The code has expired");
    mail(request, ROBIN);
    for (var i = 0; i < 3; i++) {
      assertThat(answer(request, "000000").status()).isEqualTo(422);
    }

    assertThat(answer(request, "402913").status()).isEqualTo(409);
    assertThat(answer(mailedTo(ROBIN), "402913").status()).isEqualTo(200);
  }

  @Test
  void register_new_user_gives_an_empty_inbox_and_a_new_key() {
    play("register-new-user");
    var lead = answer(mailedTo("juno@example.org"), "402913").json();
    assertThat(lead.path("registrationRequired").asBoolean()).isTrue();
    assertThat(lead.path("usernameSuggestions")).isNotEmpty();
    assertThat(register(lead, "robin").status()).isEqualTo(409);

    var signedIn = register(lead, "juno").json();
    var client = new Api(beeper, signedIn.at("/matrix/accessToken").asText());
    assertThat(signedIn.at("/matrix/userID").asText()).isEqualTo("@juno:beeper.com");
    assertThat(client.get("/v1/chats").json().path("items")).isEmpty();
    var accounts = client.get("/v1/accounts").json();
    assertThat(accounts).hasSize(1);
    assertThat(accounts.at("/0/user/username").asText()).isEqualTo("juno");

    play.after("PT2S");
    assertThat(state(client)).isEqualTo("needs-cross-signing-setup");
    var key = client.post(KEY + "/reset", null).json().path("recoveryKey").asText();
    client.post(KEY + "/reset/confirm", "{\"recoveryKey\":\"" + key + "\"}");
    assertThat(state(client)).isEqualTo("needs-first-sync");
    play.after("PT10S");
    assertThat(state(client)).isEqualTo("ready");
  }

  @Test
  void verify_by_emoji_is_done_when_both_have_confirmed() {
    play("verify-by-emoji");
    try (var socket = SocketClient.connect(beeper, play.world().token())) {
      socket.send("{\"type\":\"subscriptions.set\",\"app\":{\"state\":true}}");
      assertThat(socket.nextTypes(2)).containsExactly("subscriptions.updated", "app.state.updated");

      var id = id(play.api().post(VERIFICATIONS, "{\"purpose\":\"login\"}"));
      var asked = socket.next();
      assertThat(asked.path("type").asText()).isEqualTo("verification.updated");
      assertThat(asked.at("/verification/state").asText()).isEqualTo("requested");
      assertThat(socket.next().at("/appState/verification/id").asText()).isEqualTo(id);
      play.after("PT1S");
      assertThat(socket.next().at("/verification/state").asText()).isEqualTo("ready");
      assertThat(socket.nextTypes(1)).containsExactly("app.state.updated");
      var shown = act(id, "sas/start");
      assertThat(shown.at("/verification/sas/emojis").asText()).isNotEmpty();
      assertThat(socket.nextTypes(2)).containsExactly("verification.updated", "app.state.updated");
      var waiting = act(id, "sas/confirm");
      assertThat(actions(waiting)).containsExactly("cancel");
      assertThat(socket.nextTypes(2)).containsExactly("verification.updated", "app.state.updated");
      play.after("PT1S");

      assertThat(socket.next().at("/verification/state").asText()).isEqualTo("done");
      assertThat(socket.nextTypes(1)).containsExactly("verification.removed");
      assertThat(socket.next().at("/appState/state").asText()).isEqualTo("needs-first-sync");
      assertThat(play.api().get(VERIFICATIONS).json().path("items")).isEmpty();
      play.after("PT10S");
      assertThat(socket.next().at("/appState/state").asText()).isEqualTo("ready");
    }
  }

  @Test
  void verify_by_qr_is_confirmed_by_the_device_that_showed_the_code() {
    play("verify-by-qr");
    assertThat(play.api().get(VERIFICATIONS).json().path("items")).isEmpty();

    play.after("PT2S");
    var asked = play.api().get(VERIFICATIONS).json().at("/items/0");
    assertThat(asked.path("direction").asText()).isEqualTo("incoming");
    assertThat(asked.at("/otherDevice/name").asText()).isEqualTo("Robin's Pixel");
    var id = asked.path("id").asText();
    assertThat(act(id, "accept").at("/verification/qr/data").asText()).isNotEmpty();
    play.after("PT4S");
    assertThat(actions(read(id))).containsExactly("qr.confirmScanned", "cancel");
    var done = act(id, "qr/confirm-scanned");

    assertThat(done.at("/verification/state").asText()).isEqualTo("done");
    assertThat(done.at("/session/state").asText()).isEqualTo("needs-first-sync");
  }

  @Test
  void verification_cancelled_by_the_other_device_allows_nothing_more() {
    play("verification-cancelled");
    var id = id(play.api().post(VERIFICATIONS, "{\"purpose\":\"login\"}"));

    play.after("PT3S");

    assertThat(read(id).at("/verification/state").asText()).isEqualTo("cancelled");
    assertThat(read(id).at("/verification/error/code").asText()).isEqualTo("m.user");
    assertThat(actions(read(id))).isEmpty();
    assertThat(play.api().get(VERIFICATIONS).json().path("items")).isEmpty();
    assertThat(play.api().get(SETUP).json().has("verification")).isFalse();
    assertThat(play.api().post(VERIFICATIONS + "/" + id + "/sas/start", null).status())
        .isEqualTo(409);
    assertThat(state(play.api())).isEqualTo("needs-verification");
  }

  @Test
  void verification_mismatch_ends_it_even_when_the_client_has_confirmed() {
    play("verification-mismatch");
    var id = id(play.api().post(VERIFICATIONS, "{\"purpose\":\"login\"}"));
    play.after("PT3S");
    act(id, "sas/start");
    act(id, "sas/confirm");

    play.after("PT3S");

    assertThat(read(id).at("/verification/state").asText()).isEqualTo("cancelled");
    assertThat(read(id).at("/verification/error/code").asText()).isEqualTo("m.mismatched_sas");
    assertThat(state(play.api())).isEqualTo("needs-verification");
  }

  @Test
  void verification_times_out_after_ten_minutes() {
    play("verification-times-out");
    var id = id(play.api().post(VERIFICATIONS, "{\"purpose\":\"login\"}"));

    play.after("PT9M59S");
    assertThat(read(id).at("/verification/state").asText()).isEqualTo("requested");
    play.after("PT1S");
    assertThat(read(id).at("/verification/error/code").asText()).isEqualTo("m.timeout");
    play.after("PT1H");
    assertThat(play.api().get(VERIFICATIONS + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void recovery_key_unlocks_and_a_wrong_one_does_not() {
    play("recovery-key-unlocks");
    assertThat(play.api().post(KEY, "{\"recoveryKey\":\"EsTw RONG\"}").status()).isEqualTo(422);
    assertThat(state(play.api())).isEqualTo("needs-verification");

    var key = play.world().setup().recoveryKey().orElseThrow().replace(" ", "");
    var unlocked = play.api().post(KEY, "{\"recoveryKey\":\"" + key + "\"}").json();

    assertThat(unlocked.at("/session/state").asText()).isEqualTo("needs-first-sync");
    assertThat(unlocked.at("/session/e2ee/secrets/megolmBackupKey").asBoolean()).isTrue();
    play.after("PT10S");
    assertThat(state(play.api())).isEqualTo("ready");
  }

  @Test
  void recovery_key_reset_signs_out_what_runs_in_the_cloud() {
    play("recovery-key-reset");
    var before = statuses();
    var old = play.world().setup().recoveryKey().orElseThrow();
    var key = play.api().post(KEY + "/reset", "{}").json().path("recoveryKey").asText();
    assertThat(confirm("EsTw RONG").status()).isEqualTo(422);
    assertThat(statuses()).isEqualTo(before);

    assertThat(confirm(key).json().at("/session/state").asText()).isEqualTo("ready");

    assertThat(play.api().post(KEY, "{\"recoveryKey\":\"" + old + "\"}").status()).isEqualTo(422);
    var after = statuses();
    assertThat(after).containsEntry("matrix", "connected").isNotEqualTo(before);
    for (var account : play.api().get("/v1/accounts").json()) {
      var id = account.path("accountID").asText();
      var inCloud = account.at("/bridge/provider").asText().equals("cloud");
      assertThat(after)
          .containsEntry(
              id, inCloud && !id.equals("matrix") ? "reconnect_required" : before.get(id));
    }
  }

  private Answer confirm(String key) {
    return play.api().post(KEY + "/reset/confirm", "{\"recoveryKey\":\"" + key + "\"}");
  }

  private Map<String, String> statuses() {
    var statuses = new LinkedHashMap<String, String>();
    for (var account : play.api().get("/v1/accounts").json()) {
      statuses.put(account.path("accountID").asText(), account.path("status").asText());
    }
    return statuses;
  }

  @Test
  void stuck_initializing_keeps_nobody_from_working() {
    play("stuck-initializing");
    assertThat(state(play.api())).isEqualTo("initializing");
    play.after("PT1M44S");

    assertThat(state(play.api())).isEqualTo("initializing");
    var chat = play.ids("/v1/chats?accountIDs=matrix").get(0);
    assertThat(play.send(chat, "noon?")).isNotEmpty();
    play.after("PT1S");
    assertThat(state(play.api())).isEqualTo("ready");
  }

  @Test
  void signed_out_refuses_a_good_token_until_the_user_is_back() {
    play("signed-out");
    var before = play.ids("/v1/chats");
    try (var socket = SocketClient.connect(beeper, play.world().token())) {
      socket.send("{\"type\":\"subscriptions.set\",\"app\":{\"state\":true}}");
      socket.nextTypes(2);

      play.after("PT5S");

      assertThat(socket.next().at("/appState/state").asText()).isEqualTo("needs-login");
      assertThat(play.api().get("/v1/chats").status()).isEqualTo(403);
      assertThat(SocketClient.refusal(beeper, play.world().token())).isEqualTo(403);
      assertThat(state(stranger)).isEqualTo("needs-login");
      play.after("PT1M");
      assertThat(socket.next().at("/appState/state").asText()).isEqualTo("ready");
      assertThat(play.ids("/v1/chats")).isEqualTo(before);
    }
  }

  private String mailedTo(String address) {
    var request = stranger.post(SETUP + "/start", null).json().path("setupRequestID").asText();
    mail(request, address);
    return request;
  }

  private void mail(String request, String address) {
    var body = "{\"setupRequestID\":\"%s\",\"email\":\"%s\"}".formatted(request, address);
    assertThat(stranger.post(SETUP + "/email", body).status()).isEqualTo(204);
  }

  private Answer answer(String request, String code) {
    return stranger.post(
        SETUP + "/response",
        "{\"setupRequestID\":\"%s\",\"response\":\"%s\"}".formatted(request, code));
  }

  private Answer register(JsonNode lead, String username) {
    return stranger.post(
        SETUP + "/register",
        "{\"setupRequestID\":\"%s\",\"leadToken\":\"%s\",\"username\":\"%s\",\"acceptTerms\":true}"
            .formatted(
                lead.path("setupRequestID").asText(), lead.path("leadToken").asText(), username));
  }

  private static String state(Api api) {
    return api.get(SETUP).json().path("state").asText();
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().at("/verification/id").asText();
  }

  private JsonNode act(String id, String action) {
    var answer = play.api().post(VERIFICATIONS + "/" + id + "/" + action, null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode read(String id) {
    return play.api().get(VERIFICATIONS + "/" + id).json();
  }

  private static List<String> actions(JsonNode answer) {
    return Play.texts(answer.at("/verification/availableActions"));
  }
}
