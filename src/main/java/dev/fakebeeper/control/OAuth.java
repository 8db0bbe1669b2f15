package dev.fakebeeper.control;

import dev.fakebeeper.control.FakeWorld.Scope;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.ConsentRules;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthClientRules;
import dev.fakebeeper.world.OAuthException;
import dev.fakebeeper.world.Scopes;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.WorldState;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Clients that sign in by OAuth, and the user who is asked.
 *
 * <pre>{@code
 * world.oauth().plan(plan -> plan.approves().tokensLiveFor(Duration.ofHours(1)));
 * world.oauth().plan(plan -> plan.waits());
 * URI back = world.oauth().approve(); // the user answers in the app
 * }</pre>
 *
 * <p>A question goes by its id, or by that of its client while it is the only one of it. What does
 * not exist is refused with a {@code WorldException} that names it. Thread-safe.
 */
public final class OAuth {
  private final World world;

  OAuth(World world) {
    this.world = world;
  }

  /**
   * A question that waits for an answer, or for the browser to fetch it.
   *
   * @param scopes what the client asks for
   * @param answered whether it waits for the browser only
   */
  public record Question(
      String id,
      String clientId,
      String redirectUri,
      Set<Scope> scopes,
      Instant expiresAt,
      boolean answered) {
    /** Copies the scopes. */
    public Question {
      scopes = Set.copyOf(scopes);
    }

    private static Question of(ConsentRequest request) {
      var wish = request.wish();
      return new Question(
          request.id(),
          String.valueOf(wish.client().id()),
          String.valueOf(wish.redirectUri()),
          AccessToken.scopes(wish.scopes()),
          request.expiresAt(),
          request.verdict() != null);
    }
  }

  /**
   * A client that may ask.
   *
   * @param redirectUris where the browser may be sent; anywhere when empty
   */
  public record Client(String id, String name, List<String> redirectUris) {
    /** Copies the list. */
    public Client {
      redirectUris = List.copyOf(redirectUris);
    }

    private static Client of(OAuthClient client) {
      return new Client(client.id(), client.name(), client.redirectUris());
    }
  }

  /** Changes what becomes of clients that ask from now on. */
  public void plan(UnaryOperator<ConsentPlan> change) {
    world.run(
        tx ->
            tx.update(
                state -> {
                  var oauth = state.oauth();
                  var changed = change.apply(new ConsentPlan(oauth.plan())).plan();
                  return state.withOauth(oauth.withPlan(changed));
                }));
  }

  /** All clients, in the order of their ids. */
  public List<Client> clients() {
    return world.read().oauth().clients().values().stream().map(Client::of).toList();
  }

  /**
   * Makes a client known by an id of its own, for clients that do not register, in place of an
   * earlier one of that id. Known in one world only, it leads there; known in several, a request
   * with it belongs to the default world unless a header says otherwise.
   *
   * @param redirectUris where the browser may be sent; anywhere when there are none
   * @throws WorldException when a redirect URI is none
   */
  public Client addClient(String id, String name, String... redirectUris) {
    var wanted = new OAuthClient.Wanted(name, null, Arrays.asList(redirectUris), Scopes.all());
    try {
      return Client.of(world.change(tx -> OAuthClientRules.put(tx, id, wanted)));
    } catch (OAuthException refusal) {
      throw WorldException.invalid(refusal.error().description());
    }
  }

  /** The questions, in the order of their ids. */
  public List<Question> questions() {
    return world.read().oauth().requests().values().stream().map(Question::of).toList();
  }

  /** The user approves the only question there is. Returns where the browser goes. */
  public URI approve() {
    return approve(null);
  }

  /** The user approves all that is asked for. Returns where the browser goes. */
  public URI approve(@Nullable String questionOrClientId) {
    return approve(questionOrClientId, EnumSet.allOf(Scope.class));
  }

  /** The user approves a part of it; reading always is. Returns where the browser goes. */
  public URI approve(@Nullable String questionOrClientId, Set<Scope> scopes) {
    var allowed = EnumSet.of(Token.Scope.READ);
    scopes.forEach(scope -> allowed.add(Token.Scope.valueOf(scope.name())));
    return decide(
        questionOrClientId, (tx, id) -> ConsentRules.approve(tx, world.name(), id, allowed));
  }

  /** The user refuses the only question there is. Returns where the browser goes. */
  public URI deny() {
    return deny(null);
  }

  /** The user refuses. Returns where the browser goes. */
  public URI deny(@Nullable String questionOrClientId) {
    return decide(questionOrClientId, ConsentRules::deny);
  }

  private URI decide(
      @Nullable String questionOrClientId, BiFunction<Transaction, String, String> decision) {
    return URI.create(
        world.change(tx -> decision.apply(tx, require(tx.state(), questionOrClientId).id())));
  }

  private static ConsentRequest require(WorldState state, @Nullable String id) {
    var requests = state.oauth().requests();
    var named = id == null ? null : requests.get(id);
    if (named != null) {
      return named;
    }
    var there =
        requests.values().stream()
            .filter(request -> id == null || id.equals(request.wish().client().id()))
            .toList();
    if (there.size() > 1) {
      throw WorldException.conflict(
          "There are %d questions; name one by its id".formatted(there.size()));
    }
    if (there.isEmpty()) {
      throw WorldException.notFound("Question", id == null ? "none waits" : id);
    }
    return there.get(0);
  }
}
