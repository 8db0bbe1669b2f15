package dev.fakebeeper.control.state;

import dev.fakebeeper.world.AuthorizationCode;
import dev.fakebeeper.world.ClientFacts;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthGrant;
import dev.fakebeeper.world.OAuthPlan;
import dev.fakebeeper.world.OAuthState;
import dev.fakebeeper.world.Token;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.pcollections.TreePMap;

/** The part of {@link Everything} about OAuth. */
final class Clients {
  private static final ClientFacts BOT =
      new ClientFacts("client-1", "Garden bot", "Browser/1", "127.0.0.1");
  private static final Set<Token.Scope> READ = Set.of(Token.Scope.READ);

  private Clients() {}

  static OAuthState state() {
    var client =
        new OAuthClient(
            "client-1",
            "Garden bot",
            "https://example.org",
            List.of("http://127.0.0.1/cb"),
            READ,
            Everything.NOW);
    return OAuthState.planned(plan())
        .withClients(TreePMap.singleton(client.id(), client))
        .withRequests(TreePMap.singleton("consent-1", request()))
        .withCodes(TreePMap.singleton("code-secret", code()))
        .withGrants(TreePMap.singleton("fb-secret", new OAuthGrant("fb-secret", BOT)));
  }

  private static OAuthPlan plan() {
    return new OAuthPlan(
        OAuthPlan.Answer.WAIT,
        READ,
        Duration.ofMinutes(10),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        OAuthPlan.OnReuse.KEEP);
  }

  private static ConsentRequest request() {
    var wish =
        new ConsentRequest.Wish(
            BOT, "http://127.0.0.1:8/cb", "st-1", READ, "a-challenge", "https://example.org/mcp");
    return new ConsentRequest(
        "consent-1",
        wish,
        Everything.NOW.plusSeconds(600),
        new ConsentRequest.Verdict("code-secret", "access_denied"));
  }

  private static AuthorizationCode code() {
    return new AuthorizationCode(
        "code-secret",
        BOT,
        READ,
        "a-challenge",
        "http://127.0.0.1:8/cb",
        "https://example.org/mcp",
        Everything.NOW.plusSeconds(300),
        "fb-secret");
  }
}
