package dev.fakebeeper.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every action on a question and on its code, in every state that they can be in. */
class ConsentWalkTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final ConsentRequest.Wish WISH =
      new ConsentRequest.Wish(
          new ClientFacts("bot", "Bot", null, null),
          "http://x/cb",
          "st",
          Set.of(Token.Scope.READ, Token.Scope.WRITE),
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          null);

  /** How far a question has come. */
  private enum Stage {
    OPEN,
    APPROVED,
    DENIED,
    FETCHED,
    EXCHANGED,
    ENDED
  }

  /** What can be done to it, in the order of the columns. */
  private enum Deed {
    ASK,
    APPROVE,
    DENY,
    FETCH,
    EXCHANGE
  }

  /**
   * What happens: {@code asked} shows the question, {@code code} and {@code denied} send the
   * browser there, {@code token} is one, {@code gone} says that nobody is asked, {@code refused} is
   * invalid_grant, {@code -} is nothing.
   */
  private static final Map<Stage, List<String>> TABLE = new LinkedHashMap<>();

  static {
    TABLE.put(Stage.OPEN, List.of("asked", "code", "denied", "-", "refused"));
    TABLE.put(Stage.APPROVED, List.of("code", "code", "code", "-", "token"));
    TABLE.put(Stage.DENIED, List.of("denied", "denied", "denied", "-", "refused"));
    TABLE.put(Stage.FETCHED, List.of("asked", "gone", "gone", "-", "token"));
    TABLE.put(Stage.EXCHANGED, List.of("asked", "gone", "gone", "-", "refused"));
    TABLE.put(Stage.ENDED, List.of("asked", "gone", "gone", "-", "refused"));
  }

  @TestFactory
  List<DynamicTest> every_deed_in_every_stage() {
    var tests = new ArrayList<DynamicTest>();
    TABLE.forEach(
        (stage, expected) -> {
          for (var i = 0; i < expected.size(); i++) {
            var deed = Deed.values()[i];
            var outcome = expected.get(i);
            tests.add(
                DynamicTest.dynamicTest(
                    deed + " when " + stage + " gives " + outcome,
                    () -> assertThat(new Sample(stage).after(deed)).isEqualTo(outcome)));
          }
        });
    assertThat(tests).hasSize(Stage.values().length * Deed.values().length);
    return tests;
  }

  /** A world with one question that has come so far. */
  private static final class Sample {
    private final World world =
        new World(
            WorldState.empty(1),
            WorldClock.frozenAt(Instant.parse("2026-06-15T09:30:00Z")),
            WorldRules.defaults());
    private final String question;
    private String code = "code-nobody";

    Sample(Stage stage) {
      var plan = OAuthPlan.usual().withAnswer(OAuthPlan.Answer.WAIT);
      world.run(tx -> tx.update(state -> state.withOauth(OAuthState.planned(plan))));
      var wanted = new OAuthClient.Wanted("Bot", null, List.of("http://x/cb"), Scopes.all());
      world.run(tx -> OAuthClientRules.put(tx, "bot", wanted));
      ask();
      question = world.read().oauth().requests().firstKey();
      reach(stage);
    }

    private void reach(Stage stage) {
      switch (stage) {
        case OPEN -> {}
        case APPROVED -> approve();
        case DENIED -> after(Deed.DENY);
        case FETCHED -> {
          approve();
          after(Deed.FETCH);
        }
        case EXCHANGED -> {
          approve();
          after(Deed.EXCHANGE);
        }
        case ENDED -> world.advance(Duration.ofMinutes(10));
      }
    }

    private void approve() {
      var url = world.change(tx -> ConsentRules.approve(tx, "w", question, Scopes.all()));
      code = url.replaceFirst(".*code=([^&]*).*", "$1");
    }

    String after(Deed deed) {
      return switch (deed) {
        case ASK -> ask();
        case APPROVE ->
            told(() -> world.change(tx -> ConsentRules.approve(tx, "w", question, Scopes.all())));
        case DENY -> told(() -> world.change(tx -> ConsentRules.deny(tx, question)));
        case FETCH -> {
          world.run(tx -> ConsentRules.fetched(tx, question));
          yield "-";
        }
        case EXCHANGE -> exchange();
      };
    }

    private String ask() {
      var reply = world.change(tx -> ConsentRules.ask(tx, "w", WISH));
      return reply instanceof ConsentRules.Reply.SentTo sent ? where(sent.url()) : "asked";
    }

    private String told(Supplier<String> decision) {
      try {
        return where(decision.get());
      } catch (OAuthException refusal) {
        assertThat(refusal.error().code()).isEqualTo(OAuthError.Code.INVALID_REQUEST);
        return "gone";
      }
    }

    private static String where(String url) {
      assertThat(url).startsWith("http://x/cb?").endsWith("&state=st");
      return url.contains("code=") ? "code" : "denied";
    }

    private String exchange() {
      var claim = new CodeExchange.Claim(code, VERIFIER, "bot", null, null);
      var result = world.change(tx -> CodeExchange.claim(tx, "w", claim));
      if (result instanceof CodeExchange.Result.Refused refused) {
        assertThat(refused.error().code()).isEqualTo(OAuthError.Code.INVALID_GRANT);
        return "refused";
      }
      return "token";
    }
  }
}
