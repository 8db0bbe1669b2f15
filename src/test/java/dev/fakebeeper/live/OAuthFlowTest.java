package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Others;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in by OAuth, from the registration to the end of the token, over HTTP. */
class OAuthFlowTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static FakeBeeper beeper;

  private FakeWorld world;

  /** Says nowhere which world it means, as a browser and most clients. */
  private SignIn client;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @BeforeEach
  void open() {
    world = beeper.worlds().open(NewWorld.named("flow-" + COUNT.incrementAndGet()));
    client = SignIn.at(beeper);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private String registered() {
    return client.in(world.name()).register("Garden bot");
  }

  private String code(String id) {
    var sent = client.authorize(id);
    assertThat(sent.status()).as(sent.response().body()).isEqualTo(302);
    return sent.sent("code");
  }

  private String token(String id) {
    return client.token(id, code(id)).json().path("access_token").asText();
  }

  @Test
  void a_client_registers_is_approved_exchanges_its_code_and_uses_its_token() {
    world.oauth().plan(plan -> plan.approves());
    var registered =
        client
            .in(world.name())
            .register(
                Map.of(
                    "client_name", "Garden bot", "redirect_uris", new String[] {SignIn.REDIRECT}));
    assertThat(registered.status()).isEqualTo(201);
    var id = registered.json().path("client_id").asText();

    var sent = client.authorize(id);
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).startsWith(SignIn.REDIRECT + "?code=");
    assertThat(sent.sent("state")).isEqualTo("st 1/ü");
    var token = client.token(id, sent.sent("code"));

    assertThat(token.status()).isEqualTo(200);
    assertThat(token.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.json().path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(token.json().path("scope").asText()).isEqualTo("read write");
    assertThat(token.header("Cache-Control")).isEqualTo("no-store");
    var accounts = client.get("/v1/accounts", token.json().path("access_token").asText());
    assertThat(accounts.status()).isEqualTo(200);
    assertThat(accounts.json()).hasSize(world.accountIds().size());
  }

  @Test
  void a_registration_is_echoed_with_its_defaults_and_the_endpoints() {
    var answer =
        client
            .in(world.name())
            .json(
                "/oauth/register",
                """
                {"client_name":"Bot","client_uri":"https://bot.example","scope":"write admin",
                 "redirect_uris":["https://bot.example/cb","com.example.bot:/cb"]}
                """)
            .json();

    var base = beeper.baseUri().toString();
    assertThat(answer.path("client_id").asText()).startsWith("client-" + world.name() + "-");
    assertThat(answer.path("client_uri").asText()).isEqualTo("https://bot.example");
    assertThat(answer.path("scope").asText()).isEqualTo("read write");
    assertThat(answer.path("grant_types").toString()).isEqualTo("[\"authorization_code\"]");
    assertThat(answer.path("response_types").toString()).isEqualTo("[\"code\"]");
    assertThat(answer.path("redirect_uris")).hasSize(2);
    assertThat(answer.path("token_endpoint_auth_method").asText()).isEqualTo("none");
    assertThat(answer.path("client_id_issued_at").asLong()).isEqualTo(world.now().getEpochSecond());
    assertThat(answer.path("authorization_endpoint").asText()).isEqualTo(base + "/oauth/authorize");
    assertThat(answer.path("token_endpoint").asText()).isEqualTo(base + "/oauth/token");
  }

  @Test
  void the_page_asks_and_each_button_sends_the_browser_on() {
    var id = registered();
    var page = client.authorize(id);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    var question = world.oauth().questions().get(0).id();
    assertThat(page.response().body())
        .contains("<title>Garden bot – Beeper Desktop API</title>", question, SignIn.REDIRECT);

    var approved = press(question, "approve", "write");
    assertThat(approved.status()).isEqualTo(303);
    assertThat(approved.sent("state")).isEqualTo("st 1/ü");
    assertThat(client.token(id, approved.sent("code")).json().path("scope").asText())
        .isEqualTo("read write");

    client.authorize(id);
    var denied = press(world.oauth().questions().get(0).id(), "deny", "write");
    assertThat(denied.sent("error")).isEqualTo("access_denied");
    assertThat(denied.sent("code")).isEmpty();
    assertThat(world.oauth().questions()).isEmpty();
    assertThat(press(question, "approve", "write").status()).isEqualTo(400);
  }

  private SignIn.Answer press(String question, String decision, String scope) {
    return client.form(
        "/oauth/authorize/callback",
        Map.of("request", question, "decision", decision, "scopes", scope));
  }

  @Test
  void what_is_not_ticked_on_the_page_is_not_granted() {
    var id = registered();
    client.authorize(id);

    var code = press(world.oauth().questions().get(0).id(), "approve", "read").sent("code");

    assertThat(client.token(id, code).json().path("scope").asText()).isEqualTo("read");
  }

  @Test
  void a_page_that_calls_back_in_json_gets_a_code_or_the_reason_why_not() {
    var id = registered();
    var body =
        Map.of(
            "clientInfo",
            Map.of("clientID", id, "userAgent", "Browser/9"),
            "codeChallenge",
            SignIn.CHALLENGE,
            "state",
            "st-1");

    var approved = client.json("/oauth/authorize/callback", body).json();
    world.oauth().plan(plan -> plan.denies());
    var denied = client.json("/oauth/authorize/callback", body).json();
    world.oauth().plan(plan -> plan.waits());
    var silent = client.json("/oauth/authorize/callback", body).json();

    assertThat(approved.path("state").asText()).isEqualTo("st-1");
    var token = client.token(id, approved.path("code").asText()).json();
    assertThat(token.path("scope").asText()).isEqualTo("read"); // the default of this call
    var about = client.introspect(token.path("access_token").asText()).json().path("client");
    assertThat(about.path("user_agent").asText()).isEqualTo("Browser/9");
    assertThat(about.path("name").asText()).isEqualTo("Garden bot");
    assertThat(denied.toString()).isEqualTo("{\"error\":\"access_denied\",\"state\":\"st-1\"}");
    assertThat(silent.toString()).isEqualTo("{\"state\":\"st-1\"}");
  }

  @Test
  void introspection_and_userinfo_tell_of_a_token_of_oauth() {
    world.oauth().plan(plan -> plan.approves());
    var id = registered();
    var token = token(id);

    var active = client.introspect(token).json();
    var info = client.get("/oauth/userinfo", token).json();

    var now = world.now().getEpochSecond();
    assertThat(active.path("active").asBoolean()).isTrue();
    assertThat(active.path("iss").asText()).isEqualTo(beeper.baseUri().toString());
    assertThat(active.path("client_id").asText()).isEqualTo(id);
    assertThat(active.path("exp").asLong()).isEqualTo(now + 86_400);
    assertThat(active.at("/app/bundle_id").asText()).isEqualTo("com.automattic.beeper.desktop");
    assertThat(active.at("/client/name").asText()).isEqualTo("Garden bot");
    assertThat(active.path("sub").asText()).startsWith("tok_").doesNotContain(token);
    assertThat(info.path("sub")).isEqualTo(active.path("sub"));
    assertThat(info.path("aud").asText()).isEqualTo(id);
    assertThat(info.path("iat").asLong()).isEqualTo(now);
    assertThat(info.path("token_use").asText()).isEqualTo("access");
  }

  @Test
  void a_token_that_was_made_in_the_app_has_no_client_and_no_end() {
    var active = client.introspect(world.token()).json();
    var info = client.get("/oauth/userinfo", world.token()).json();

    assertThat(active.path("active").asBoolean()).isTrue();
    assertThat(active.has("exp")).isFalse();
    assertThat(active.has("client_id")).isFalse();
    assertThat(active.path("client")).isEmpty();
    assertThat(info.has("exp")).isFalse();
    assertThat(client.get("/oauth/userinfo", "nobody").json().path("code").asText())
        .isEqualTo("unauthorized");
  }

  @Test
  void a_revoked_token_is_refused_and_ends_its_sockets() throws Exception {
    world.oauth().plan(plan -> plan.approves());
    var token = token(registered());
    try (var socket = SocketClient.connect(beeper, token).subscribe("*")) {
      var answer = client.revoke(token);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.response().body()).isEmpty();
      assertThat(client.get("/v1/accounts", token).status()).isEqualTo(401);
      assertThat(client.introspect(token).json().toString()).isEqualTo("{\"active\":false}");
      assertThat(SocketClient.refusal(beeper, token)).isEqualTo(401);
      var chat = world.inbox().chats().get(0).id();
      world.others().from(Others.ME).text("One moment").in(chat);
      assertThat(socket.closeCode()).isEqualTo(1008);
      assertThat(client.revoke(token).status()).isEqualTo(200);
      assertThat(client.revoke("nobody").status()).isEqualTo(200);
    }
  }

  @Test
  void an_app_that_waits_is_answered_by_the_test_and_the_browser_goes_on() {
    world.oauth().plan(plan -> plan.waits());
    var id = registered();
    assertThat(client.authorize(id).response().body())
        .contains("http-equiv=\"refresh\"")
        .doesNotContain("<form");

    assertThat(world.oauth().questions())
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.clientId()).isEqualTo(id);
              assertThat(question.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
              assertThat(question.answered()).isFalse();
            });
    var back = world.oauth().approve(id, Set.of(Scope.READ));
    assertThat(world.oauth().questions().get(0).answered()).isTrue();
    var fetched = client.authorize(id);

    assertThat(fetched.header("Location")).isEqualTo(back.toString());
    assertThat(world.oauth().questions()).isEmpty();
    assertThat(client.token(id, fetched.sent("code")).json().path("scope").asText())
        .isEqualTo("read");
    client.authorize(id);
    assertThat(SignIn.parameters(world.oauth().deny().toString()))
        .containsEntry("error", "access_denied");
    assertThat(client.authorize(id).sent("error")).isEqualTo("access_denied");
    assertThat(client.authorize(id).status()).isEqualTo(200); // asked anew
  }

  @Test
  void a_code_that_a_test_carried_to_the_client_is_not_given_to_the_browser_too() {
    world.oauth().plan(plan -> plan.waits());
    var id = registered();
    client.authorize(id);

    var code = SignIn.parameters(world.oauth().approve().toString()).get("code");
    assertThat(client.token(id, code).status()).isEqualTo(200);

    assertThat(client.authorize(id).status()).isEqualTo(200);
  }

  @Test
  void a_question_that_nobody_answers_ends() {
    world.oauth().plan(plan -> plan.waits().questionsLiveFor(Duration.ofMinutes(1)));
    var id = registered();
    client.authorize(id);

    assertThat(world.advance(Duration.ofSeconds(59))).isEmpty();
    assertThat(world.oauth().questions()).hasSize(1);
    world.advance(Duration.ofSeconds(1));

    assertThat(world.oauth().questions()).isEmpty();
  }

  @Test
  void scopes_nobody_knows_are_passed_over_and_reading_is_always_granted() {
    world.oauth().plan(plan -> plan.approves());
    var id = registered();

    assertThat(List.of("read", "write", "admin", "  write  admin ").stream().map(s -> scope(id, s)))
        .containsExactly("read", "read write", "read", "read write");
  }

  private String scope(String id, String wanted) {
    var question = SignIn.question(id);
    question.put("scope", wanted);
    var code = client.authorize(question).sent("code");
    return client.token(id, code).json().path("scope").asText();
  }

  @Test
  void without_a_scope_the_client_asks_for_both() {
    world.oauth().plan(plan -> plan.approves());
    var metadata =
        Map.of(
            "client_name", "Reader",
            "redirect_uris", List.of(SignIn.REDIRECT),
            "scope", "read");
    var id = client.in(world.name()).register(metadata).json().path("client_id").asText();

    assertThat(client.token(id, code(id)).json().path("scope").asText()).isEqualTo("read write");
  }

  @Test
  void on_this_machine_any_port_will_do() {
    world.oauth().plan(plan -> plan.approves());
    var question = SignIn.question(registered());
    question.put("redirect_uri", "http://127.0.0.1:54321/callback");

    var sent = client.authorize(question);

    assertThat(sent.header("Location")).startsWith("http://127.0.0.1:54321/callback?code=");
  }

  @Test
  void a_client_that_does_not_register_can_be_made_known() {
    world.oauth().plan(plan -> plan.approves());
    world.oauth().addClient("raycast", "Raycast", "raycast://oauth?package=Extension");
    var question = SignIn.question("raycast");
    question.put("redirect_uri", "raycast://oauth?package=Extension");

    var sent = client.authorize(question);

    assertThat(sent.header("Location")).startsWith("raycast://oauth?package=Extension&code=");
    assertThat(world.oauth().clients())
        .extracting(one -> one.id() + " " + one.name())
        .containsExactly("raycast Raycast");
  }

  @Test
  void the_metadata_name_the_endpoints_that_answer() throws Exception {
    var metadata = get("/.well-known/oauth-authorization-server");
    var resource = get("/.well-known/oauth-protected-resource");

    assertThat(metadata).contains(beeper.baseUri() + "/oauth/register").contains("S256");
    assertThat(resource).contains("\"authorization_servers\":[\"" + beeper.baseUri() + "\"]");
  }

  @Test
  void with_remote_access_any_page_may_read_the_metadata_and_nothing_else() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().remoteAccess().build();
    try (var remote = FakeBeeper.start(config)) {
      assertThat(readableElsewhere(remote, "/.well-known/oauth-authorization-server")).isTrue();
      assertThat(readableElsewhere(remote, "/.well-known/oauth-protected-resource")).isTrue();
      assertThat(readableElsewhere(remote, "/v1/info")).isFalse();
      assertThat(readableElsewhere(beeper, "/.well-known/oauth-authorization-server")).isFalse();
    }
  }

  private static boolean readableElsewhere(FakeBeeper server, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .header("Origin", "https://example.org")
            .build();
    var answer = SocketClient.HTTP.send(request, BodyHandlers.discarding());
    return answer
        .headers()
        .firstValue("Access-Control-Allow-Origin")
        .filter(origin -> origin.equals("https://example.org"))
        .isPresent();
  }

  /** Each way in which a user may answer, by each way in which a browser may ask. */
  @ParameterizedTest
  @CsvSource({
    "ask, 200, '', code",
    "approve, 302, code, code",
    "deny, 302, access_denied, access_denied",
    "wait, 200, '', ''",
    "refuseRedirect, 302, invalid_request, invalid_request"
  })
  void each_answer_of_a_plan_reaches_the_page_and_the_call_back(
      String answer, int status, String sent, String told) {
    world
        .oauth()
        .plan(
            plan ->
                switch (answer) {
                  case "approve" -> plan.approves();
                  case "deny" -> plan.denies();
                  case "wait" -> plan.waits();
                  case "refuseRedirect" -> plan.refusesRedirects();
                  default -> plan.asks();
                });
    var id = registered();

    var page = client.authorize(id);
    var body = Map.of("clientInfo", Map.of("clientID", id), "codeChallenge", SignIn.CHALLENGE);
    var callback = client.json("/oauth/authorize/callback", body).json();

    assertThat(page.status()).isEqualTo(status);
    var error = status == 302 ? page.sent("error") : "";
    assertThat(status == 302 && !page.sent("code").isEmpty() ? "code" : error).isEqualTo(sent);
    assertThat(callback.has("code") ? "code" : callback.path("error").asText()).isEqualTo(told);
  }

  private static String get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(beeper.baseUri() + path)).build();
    return SocketClient.HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
