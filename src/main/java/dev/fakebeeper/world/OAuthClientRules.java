package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;

/**
 * How OAuth clients become known. The id that is given to one names its world, so that two worlds
 * of one seed give different ones.
 */
public final class OAuthClientRules {
  private static final int ID_LENGTH = 12;

  private OAuthClientRules() {}

  /**
   * Registers a client.
   *
   * @param owner the name of the world
   * @throws OAuthException when the browser could not be sent where it says
   */
  public static OAuthClient register(
      Transaction transaction, String owner, OAuthClient.Wanted wanted) {
    if (wanted.redirectUris().isEmpty()) {
      throw metadata("redirect_uris must name at least one URI");
    }
    var id = "client-" + owner + "-" + transaction.newText(ID_LENGTH);
    return put(transaction, id, wanted);
  }

  /**
   * Makes a client known by an id that it has chosen itself, in place of an earlier one of that id.
   *
   * @throws OAuthException when the browser could not be sent where it says
   */
  public static OAuthClient put(Transaction transaction, String id, OAuthClient.Wanted wanted) {
    for (var uri : wanted.redirectUris()) {
      RedirectUri.fault(uri)
          .ifPresent(
              fault -> {
                throw metadata("The redirect URI " + uri + " cannot be used: " + fault);
              });
    }
    var client =
        new OAuthClient(
            id,
            wanted.name(),
            wanted.uri(),
            wanted.redirectUris(),
            wanted.scopes(),
            transaction.now());
    transaction.update(state -> state.withOauth(state.oauth().with(client)));
    return client;
  }

  private static OAuthException metadata(String description) {
    return new OAuthException(OAuthError.Code.INVALID_CLIENT_METADATA, description);
  }

  /** The client of an id; refused otherwise. */
  static OAuthClient require(OAuthState oauth, @Nullable String id) {
    return oauth
        .findClient(id == null ? "" : id)
        .orElseThrow(
            () ->
                new OAuthException(
                    OAuthError.Code.INVALID_CLIENT,
                    "No client has the client_id " + id + "; register it first"));
  }
}
