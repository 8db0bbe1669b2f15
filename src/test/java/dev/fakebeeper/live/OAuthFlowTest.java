package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by OAuth, from the registration to the end of the token, over HTTP. */
class OAuthFlowTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static FakeBeeper beeper;

  private FakeWorld world;
  private SignIn browser;
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
    browser = SignIn.at(beeper);
    client = browser.in(world.name());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_client_registers_is_approved_exchanges_its_code_and_uses_its_token() {
    world.oauth().plan(plan -> plan.approves());
    var registered =
        client.register(
            Map.of("client_name", "Garden bot", "redirect_uris", new String[] {SignIn.REDIRECT}));
    assertThat(registered.status()).isEqualTo(201);
    var id = registered.json().path("client_id").asText();

    var sent = browser.authorize(id);
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location")).startsWith(SignIn.REDIRECT + "?code=");
    assertThat(sent.sent("state")).isEqualTo("st 1/ü");
    var token = browser.token(id, sent.sent("code"));

    assertThat(token.status()).isEqualTo(200);
    assertThat(token.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.json().path("expires_in").asInt()).isEqualTo(86_400);
    assertThat(token.json().path("scope").asText()).isEqualTo("read write");
    assertThat(token.header("Cache-Control")).isEqualTo("no-store");
    var accounts = browser.get("/v1/accounts", token.json().path("access_token").asText());
    assertThat(accounts.status()).isEqualTo(200);
    assertThat(accounts.json()).hasSize(world.accountIds().size());
  }
}
