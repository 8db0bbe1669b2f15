package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What the app knows of its OAuth clients and of what they are allowed. Immutable.
 *
 * @param plan what becomes of clients that ask
 * @param clients the clients by id
 * @param requests the questions that wait, by id
 * @param codes the last thousand codes by value, those included that are used or too old
 * @param grants who has a token, by token; one that the app made itself has none
 */
@RecordBuilder
public record OAuthState(
    OAuthPlan plan,
    TreePMap<String, OAuthClient> clients,
    TreePMap<String, ConsentRequest> requests,
    TreePMap<String, AuthorizationCode> codes,
    TreePMap<String, OAuthGrant> grants)
    implements OAuthStateBuilder.With {

  /** How many codes are remembered; more would only tell a used one from one that never was. */
  static final int MOST_CODES = 1_000;

  /** Nobody has asked for anything yet. */
  public static OAuthState empty() {
    return planned(OAuthPlan.usual());
  }

  /** Nobody has asked for anything yet. */
  public static OAuthState planned(OAuthPlan plan) {
    return new OAuthState(
        plan, TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());
  }

  /** The client with an id. */
  public Optional<OAuthClient> findClient(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  /** The question with an id that waits for its answer, or for the browser to fetch it. */
  public Optional<ConsentRequest> findRequest(String id) {
    return Optional.ofNullable(requests.get(id));
  }

  /** Who has a token; empty when the app made it itself. */
  public Optional<OAuthGrant> findGrant(String token) {
    return Optional.ofNullable(grants.get(token));
  }

  /** Whether a client, a question or a code of this world has this id. */
  boolean knows(String id) {
    return clients.containsKey(id) || requests.containsKey(id) || codes.containsKey(id);
  }

  OAuthState with(OAuthClient client) {
    return withClients(clients.plus(client.id(), client));
  }

  OAuthState with(ConsentRequest request) {
    return withRequests(requests.plus(request.id(), request));
  }

  OAuthState without(ConsentRequest request) {
    return withRequests(requests.minus(request.id()));
  }

  OAuthState with(AuthorizationCode code) {
    var all = codes.plus(code.value(), code);
    return withCodes(all.size() <= MOST_CODES ? all : all.minus(oldest(all.values()).value()));
  }

  private static AuthorizationCode oldest(Collection<AuthorizationCode> codes) {
    return Collections.min(codes, Comparator.comparing(AuthorizationCode::expiresAt));
  }

  OAuthState with(OAuthGrant grant) {
    return withGrants(grants.plus(grant.token(), grant));
  }
}
