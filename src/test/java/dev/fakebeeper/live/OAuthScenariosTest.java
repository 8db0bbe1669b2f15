package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenarios of OAuth, as a client and its browser see them. */
class OAuthScenariosTest {
  private static final String CHAT = "!ann:beeper.com";
  private static FakeBeeper beeper;

  private final SignIn client = SignIn.at(beeper);
  private Play play;
  private String id;

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
    id = client.in(play.world().name()).register("Garden bot");
  }

  private String code() {
    var sent = client.authorize(id);
    assertThat(sent.status()).as(sent.response().body()).isEqualTo(302);
    return sent.sent("code");
  }

  private String token() {
    var answer = client.token(id, code());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json().path("access_token").asText();
  }

  @Test
  void oauth_approved_ends_with_a_token_that_works() {
    play("oauth-approved");

    var sent = client.authorize(id);
    assertThat(sent.sent("state")).isEqualTo("st 1/ü");
    var answer = client.token(id, sent.sent("code")).json();

    assertThat(answer.path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(answer.path("scope").asText()).isEqualTo("read write");
    assertThat(answer.has("refresh_token")).isFalse();
    var api = new Api(beeper, answer.path("access_token").asText());
    assertThat(api.get("/v1/chats").json().at("/items/0/id").asText()).isEqualTo(CHAT);
    assertThat(api.post(Api.messages(CHAT), "{\"text\":\"Yes\"}").status()).isEqualTo(200);
  }

  @Test
  void oauth_not_approved_in_three_ways() {
    play("oauth-not-approved");

    var denied = client.authorize(id);
    play.after("PT1M");
    var silent = client.authorize(id);
    play.after("PT1M");
    var refused = client.authorize(id);

    assertThat(denied.status()).isEqualTo(302);
    assertThat(denied.sent("error")).isEqualTo("access_denied");
    assertThat(denied.sent("state")).isEqualTo("st 1/ü");
    assertThat(denied.sent("code")).isEmpty();
    assertThat(silent.status()).isEqualTo(200);
    assertThat(silent.header("Content-Type")).startsWith("text/html");
    assertThat(silent.response().body()).doesNotContain("<button");
    assertThat(refused.status()).isEqualTo(302);
    assertThat(refused.header("Location")).startsWith(SignIn.REDIRECT + "?error=invalid_request");
  }

  @Test
  void oauth_code_refused_when_it_is_used_again_or_the_verifier_is_wrong_or_it_is_old() {
    play("oauth-code-refused");
    var code = code();

    var first = client.token(id, code);
    var second = client.token(id, code);
    var wrong = SignIn.claim(id, code());
    wrong.put("code_verifier", SignIn.CHALLENGE);
    var withWrongVerifier = client.form("/oauth/token", wrong);
    var old = code();
    play.after("PT5M");
    var tooLate = client.token(id, old);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.error()).isEqualTo("invalid_grant");
    var token = first.json().path("access_token").asText();
    assertThat(client.get("/v1/accounts", token).status()).isEqualTo(401);
    assertThat(withWrongVerifier.error()).isEqualTo("invalid_grant");
    assertThat(tooLate.error()).isEqualTo("invalid_grant");
  }

  @Test
  void oauth_token_expires_and_only_the_user_can_give_another() {
    play("oauth-token-expires");
    var token = token();

    play.after("PT9M59S");
    assertThat(client.get("/v1/accounts", token).status()).isEqualTo(200);
    assertThat(client.introspect(token).json().path("active").asBoolean()).isTrue();
    play.after("PT1S");
    var late = client.get("/v1/accounts", token);

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.json().path("message").asText()).isEqualTo("Token expired");
    assertThat(client.introspect(token).json().path("active").asBoolean()).isFalse();
    assertThat(client.get("/v1/accounts", token()).status()).isEqualTo(200);
  }

  @Test
  void oauth_read_only_is_said_by_the_token_endpoint() {
    play("oauth-read-only");

    var answer = client.token(id, code()).json();

    assertThat(answer.path("scope").asText()).isEqualTo("read");
    var api = new Api(beeper, answer.path("access_token").asText());
    assertThat(api.get("/v1/chats").status()).isEqualTo(200);
    assertThat(api.post(Api.messages(CHAT), "{\"text\":\"Yes\"}").status()).isEqualTo(403);
  }

  @Test
  void oauth_answered_later_sends_the_browser_on_when_it_looks_again() {
    play("oauth-answered-later");

    assertThat(client.authorize(id).status()).isEqualTo(200);
    play.after("PT29S");
    assertThat(client.authorize(id).status()).isEqualTo(200);
    play.after("PT1S");
    var code = code();

    assertThat(client.token(id, code).status()).isEqualTo(200);
  }
}
