package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In which world a sign-in is, whoever says so or does not. */
class OAuthWorldsTest {
  private static FakeBeeper beeper;
  private static SignIn client;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
    client = SignIn.at(beeper);
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  /** The same seed: their ids differ all the same. */
  private static FakeWorld open(String name) {
    var world = beeper.worlds().open(NewWorld.named(name).startingFrom("empty"));
    world.oauth().plan(plan -> plan.approves());
    return world;
  }

  private static String token(String id) {
    var code = client.authorize(id).sent("code");
    var answer = client.token(id, code);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.json().path("access_token").asText();
  }

  @Test
  void two_sign_ins_at_once_stay_in_their_worlds() {
    try (var one = open("one");
        var two = open("two")) {
      var first = client.in("one").register("Bot");
      var second = client.in("two").register("Bot");
      var firstCode = client.authorize(first).sent("code");
      var secondCode = client.authorize(second).sent("code");
      assertThat(first).isNotEqualTo(second);
      assertThat(firstCode).isNotEqualTo(secondCode);

      // crosswise, and without the client's id: the code alone tells
      assertThat(client.token(second, firstCode).error()).isEqualTo("invalid_client");
      var claim = SignIn.claim(second, secondCode);
      claim.remove("client_id");
      var secondToken = client.form("/oauth/token", claim).json().path("access_token").asText();
      var firstToken = client.token(first, firstCode).json().path("access_token").asText();

      assertThat(beeper.worlds().ownerOf(firstToken)).contains("one");
      assertThat(beeper.worlds().ownerOf(secondToken)).contains("two");
      assertThat(client.introspect(secondToken).json().path("active").asBoolean()).isTrue();
      assertThat(client.in("one").introspect(secondToken).json().path("active").asBoolean())
          .isFalse();
      client.revoke(secondToken);
      assertThat(two.tokens()).anyMatch(token -> token.revoked());
      assertThat(one.tokens()).noneMatch(token -> token.revoked());
      assertThat(one.journal().exchanges())
          .extracting(exchange -> exchange.request().rawPath())
          .containsExactly(
              "/oauth/register",
              "/oauth/authorize",
              "/oauth/token",
              "/oauth/token",
              "/oauth/introspect");
    }
  }

  @Test
  void a_question_of_a_page_leads_into_its_world() {
    try (var world = open("paged")) {
      world.oauth().plan(plan -> plan.asks());
      client.authorize(client.in("paged").register("Bot"));
      var question = world.oauth().questions().get(0).id();

      var answer =
          client.form(
              "/oauth/authorize/callback", Map.of("request", question, "decision", "approve"));

      assertThat(answer.sent("code")).startsWith("code-paged-");
    }
  }

  @Test
  void a_client_that_is_known_in_several_worlds_needs_the_header() {
    try (var one = open("known-1");
        var two = open("known-2")) {
      one.oauth().addClient("raycast", "Raycast");
      assertThat(client.authorize("raycast").sent("code")).startsWith("code-known-1-");
      two.oauth().addClient("raycast", "Raycast");

      assertThat(client.authorize("raycast").status()).isEqualTo(400); // the default world
      assertThat(client.in("known-2").authorize("raycast").sent("code"))
          .startsWith("code-known-2-");
    }
  }

  @Test
  void the_header_comes_before_what_the_request_speaks_of() {
    try (var one = open("said");
        var two = open("meant")) {
      var id = client.in("meant").register("Bot");

      assertThat(client.in("said").authorize(id).status()).isEqualTo(400);
      assertThat(client.in("nowhere").authorize(id).status()).isEqualTo(404);
      assertThat(one.oauth().clients()).isEmpty();
      assertThat(two.oauth().clients()).hasSize(1);
    }
  }

  @Test
  void a_fork_has_the_ways_of_sign_ins_and_none_of_the_clients() {
    try (var one = open("forked")) {
      var id = client.in("forked").register("Bot");
      var token = token(id);
      try (var fork = one.fork("fork")) {
        assertThat(fork.oauth().clients()).isEmpty();
        assertThat(beeper.worlds().ownerOf(token(id))).contains("forked");
        var own = client.in("fork").register("Bot");
        assertThat(beeper.worlds().ownerOf(token(own))).contains("fork"); // approved at once
        fork.restore(one.snapshot());
        assertThat(fork.oauth().clients()).extracting(known -> known.id()).containsExactly(own);
        assertThat(client.get("/v1/accounts", token).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_sign_in_goes_on_after_a_detour_through_a_file_with_tokens() {
    try (var world = open("detour")) {
      var id = client.in("detour").register("Bot");
      var token = token(id);
      var code = client.authorize(id).sent("code");
      var file = world.snapshot().includingTokens().toJson();
      world.reset();
      assertThat(client.get("/v1/accounts", token).status()).isEqualTo(401);
      assertThat(client.token(id, code).error()).isEqualTo("invalid_client");

      world.restore(Snapshot.read(file));

      assertThat(client.get("/v1/accounts", token).status()).isEqualTo(200);
      assertThat(client.token(id, code).status()).isEqualTo(200);
      assertThat(client.introspect(token).json().at("/client/id").asText()).isEqualTo(id);
    }
  }

  @Test
  void a_file_without_tokens_has_nothing_of_clients_but_their_plan() {
    try (var world = open("shy")) {
      world.oauth().plan(plan -> plan.waits());
      var id = client.in("shy").register("Secretive bot");
      client.authorize(id);
      world.oauth().approve();

      var file = world.snapshot().toJson().toString();

      assertThat(file)
          .contains("\"oauthPlan\"")
          .doesNotContain(id, "Secretive", "code-", "consent-", "fb-shy");
    }
  }

  @Test
  void many_clients_sign_in_at_once() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    try (var one = open("busy-1");
        var two = open("busy-2")) {
      var ids =
          List.of(client.in(one.name()).register("One"), client.in(two.name()).register("Two"));
      var jobs = new ArrayList<Callable<String>>();
      IntStream.range(0, 40).forEach(i -> jobs.add(() -> token(ids.get(i % 2))));

      var tokens = new ArrayList<String>();
      for (var job : pool.invokeAll(jobs)) {
        tokens.add(job.get());
      }

      assertThat(tokens).doesNotHaveDuplicates();
      for (var i = 0; i < tokens.size(); i++) {
        assertThat(beeper.worlds().ownerOf(tokens.get(i))).contains("busy-" + (i % 2 + 1));
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
