package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.journal.Har;
import dev.fakebeeper.control.journal.JournalJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each OAuth operation refuses, and in which words. */
class OAuthRefusalsTest {
  private static FakeBeeper beeper;
  private static SignIn client;

  private String id;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
    client = SignIn.at(beeper);
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @BeforeEach
  void reset() {
    beeper.world().reset();
    beeper.world().oauth().plan(plan -> plan.approves());
    id = client.register("Garden bot");
  }

  private String code() {
    return client.authorize(id).sent("code");
  }

  private static void assertRefused(SignIn.Answer answer, String error) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.json().path("error_description").asText()).isNotBlank();
    assertThat(answer.json()).hasSize(2);
    assertThat(answer.header("X-Beeper-Desktop-Version")).isNotEmpty();
    assertThat(answer.header("X-Fake-Beeper-Diagnosis")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "no json",
        "{\"client_name\":\"Bot\"}",
        "{\"client_name\":1,\"redirect_uris\":[\"http://x/cb\"]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":\"http://x/cb\"}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[\"/cb\"]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[\"http://x/cb#here\"]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[\"http://x/cb\"],\"grant_types\":[\"refresh_token\"]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[\"http://x/cb\"],\"response_types\":[\"token\"]}",
        "{\"client_name\":\"Bot\",\"redirect_uris\":[\"http://x/cb\"],\"token_endpoint_auth_method\":\"client_secret_basic\"}",
      })
  void bad_metadata_is_not_registered(String metadata) {
    assertRefused(client.json("/oauth/register", metadata), "invalid_client_metadata");
    assertThat(beeper.world().oauth().clients()).hasSize(1);
  }

  @Test
  void no_metadata_is_not_registered() {
    assertRefused(client.json("/oauth/register", ""), "invalid_client_metadata");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "absent",
      value = {
        "client_id, absent",
        "client_id, client-nobody",
        "redirect_uri, absent",
        "redirect_uri, not a uri",
        "redirect_uri, http://127.0.0.1:9/other",
        "redirect_uri, https://127.0.0.1:9/callback",
        "redirect_uri, http://example.org/callback",
        "response_type, absent",
        "response_type, token",
        "code_challenge, absent",
        "code_challenge, too-short",
        "code_challenge_method, plain",
      })
  void a_question_that_cannot_be_asked_is_a_page_and_sends_nobody_anywhere(
      String name, String value) {
    var question = SignIn.question(id);
    question.put(name, value);
    question.values().remove(null);

    var answer = client.authorize(question);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.response().body())
        .startsWith("<!doctype html>")
        .contains("<h1>This request cannot be answered</h1>")
        .doesNotContain("<form");
    assertThat(beeper.world().oauth().questions()).isEmpty();
  }

  @Test
  void what_a_client_says_of_itself_is_text_on_the_page() {
    beeper.world().oauth().plan(plan -> plan.asks());
    var evil = "<script>alert(1)</script>\"'&";
    var question = SignIn.question(client.register(evil));
    question.put("state", evil);

    var page = client.authorize(question).response().body();
    question.put("client_id", evil);
    var refusal = client.authorize(question).response().body();

    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
    assertThat(refusal).contains("&lt;script&gt;").doesNotContain("<script");
  }

  /** Each way of spoiling a good exchange, and the word for it. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "absent",
      value = {
        "grant_type, absent, invalid_request",
        "grant_type, refresh_token, unsupported_grant_type",
        "grant_type, '', unsupported_grant_type",
        "code, absent, invalid_request",
        "code, code-nobody, invalid_grant",
        "code, '', invalid_grant",
        "code_verifier, absent, invalid_request",
        "code_verifier, '', invalid_grant",
        "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant",
        "client_id, client-nobody, invalid_client",
        "redirect_uri, http://127.0.0.1:9/other, invalid_grant",
        "resource, https://example.org/other, invalid_target",
      })
  void an_exchange_that_is_spoiled_in_one_way_is_refused(String name, String value, String error) {
    var question = SignIn.question(id);
    question.put("resource", "https://example.org/mcp");
    var good = SignIn.claim(id, client.authorize(question).sent("code"));
    var spoiled = SignIn.claim(id, good.get("code"));
    spoiled.put(name, value);
    spoiled.values().remove(null);

    assertRefused(client.form("/oauth/token", spoiled), error);
    assertRefused(client.json("/oauth/token", spoiled), error);

    assertThat(client.form("/oauth/token", good).status()).isEqualTo(200); // not used up
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id", "redirect_uri", "resource"})
  void what_a_client_leaves_out_of_an_exchange_is_not_checked(String name) {
    var claim = SignIn.claim(id, code());
    claim.remove(name);

    assertThat(client.json("/oauth/token", claim).status()).isEqualTo(200);
  }

  @Test
  void a_code_of_another_client_is_refused() {
    var other = client.register("Other");
    var code = code();

    assertRefused(client.token(other, code), "invalid_grant");

    assertThat(client.token(id, code).status()).isEqualTo(200);
  }

  @Test
  void a_code_is_good_for_five_minutes() {
    var early = code();
    var late = code();
    beeper.world().advance(Duration.ofMinutes(5).minusNanos(1));

    assertThat(client.token(id, early).status()).isEqualTo(200);
    assertThat(beeper.world().advance(Duration.ofNanos(1))).containsExactly("CodeExpiry[]");
    assertRefused(client.token(id, late), "invalid_grant");
  }

  @Test
  void a_code_that_is_used_again_takes_its_token_along_unless_the_plan_keeps_it() {
    var first = code();
    var lost = client.token(id, first).json().path("access_token").asText();
    assertRefused(client.token(id, first), "invalid_grant");
    assertThat(client.get("/v1/accounts", lost).status()).isEqualTo(401);

    beeper.world().oauth().plan(plan -> plan.keepsOnReuse());
    var second = code();
    var kept = client.token(id, second).json().path("access_token").asText();
    assertRefused(client.token(id, second), "invalid_grant");
    assertThat(client.get("/v1/accounts", kept).status()).isEqualTo(200);
  }

  @Test
  void the_token_endpoint_wants_a_body_and_one_of_two_media_types() {
    assertRefused(client.form("/oauth/token", Map.of()), "invalid_request");
    assertRefused(client.json("/oauth/token", "no json"), "invalid_request");
  }

  @Test
  void introspection_wants_a_token_and_calls_any_other_inactive() {
    assertRefused(client.form("/oauth/introspect", Map.of()), "invalid_request");
    assertRefused(
        client.form("/oauth/introspect", Map.of("token_type_hint", "access_token")),
        "invalid_request");
    assertThat(client.introspect("nobody").json().toString()).isEqualTo("{\"active\":false}");
    var inJson = client.json("/oauth/introspect", Map.of("token", beeper.token())).json();
    assertThat(inJson.path("active").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'{}', invalid_request", "'{\"codeChallenge\":\"short\"}', invalid_request"})
  void a_call_back_that_cannot_be_answered_says_so_in_its_own_shape(String body, String error) {
    var answer = client.json("/oauth/authorize/callback", body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString()).isEqualTo("{\"error\":\"" + error + "\"}");
  }

  @Test
  void a_call_back_of_an_unknown_client_or_with_a_wrong_form_is_refused() {
    var unknown =
        Map.of("clientInfo", Map.of("clientID", "nobody"), "codeChallenge", SignIn.CHALLENGE);
    assertThat(client.json("/oauth/authorize/callback", unknown).error())
        .isEqualTo("invalid_client");
    assertRefused(
        client.json("/oauth/authorize/callback", Map.of("scopes", new String[] {"admin"})),
        "invalid_request");
    assertRefused(
        client.form("/oauth/authorize/callback", Map.of("request", "x", "decision", "maybe")),
        "invalid_request");
  }

  /** The log says what the header says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'code':'s3cret-value','code_verifier':'s3cret-value'}",
        "{'code':'s3cret-value', oops",
        "{'code':'s3cret-value",
        "{'code':{'s3cret-value':1},'code_verifier':['s3cret-value']}",
        "'s3cret-value'",
        "s3cret-value"
      })
  void no_secret_stands_in_what_a_refusal_says(String body) {
    var json = body.replace('\'', '"');
    for (var path : new String[] {"/oauth/token", "/oauth/introspect", "/oauth/revoke"}) {
      var answer =
          client.json(path, path.equals("/oauth/token") ? json : json.replace("code\"", "token\""));

      assertThat(answer.header("X-Fake-Beeper-Diagnosis") + answer.response().body())
          .as(path)
          .doesNotContain("s3cret");
    }
  }

  /**
   * Nothing that a client or a browser must keep to itself is told to whoever reads the journal.
   */
  @Test
  void no_secret_stands_in_the_journal_or_its_exports() {
    var code = code();
    var token = client.token(id, code).json().path("access_token").asText();
    client.json("/oauth/token", SignIn.claim(id, code));
    client.introspect(token);
    client.json("/oauth/revoke", Map.of("token", token));
    client.get("/oauth/userinfo", token);
    var wrong = SignIn.claim(id, code());
    wrong.put("code_verifier", "a-verifier-that-fits-nothing-and-is-long-enough");
    client.form("/oauth/token", wrong);
    client.json("/oauth/token", "{\"code_verifier\":\"" + SignIn.VERIFIER + "\", oops");

    Consumer<String> keepsSecrets =
        text -> {
          assertThat(text).contains("/oauth/token", "/oauth/introspect", id);
          assertThat(text)
              .doesNotContain(code, token, SignIn.VERIFIER, wrong.get("code_verifier"))
              .doesNotContain(wrong.get("code"));
        };
    var journal = beeper.world().journal();
    var har = new ByteArrayOutputStream();
    Har.write(journal, har);
    assertThat(JournalJson.of(journal).text(journal.entries())).satisfies(keepsSecrets);
    assertThat(har.toString(StandardCharsets.UTF_8)).satisfies(keepsSecrets);
    assertThat(beeper.world().due().toString()).contains("CodeExpiry").doesNotContain("code-");
  }
}
