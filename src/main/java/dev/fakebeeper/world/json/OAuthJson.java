package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.ClientFacts;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthError;
import dev.fakebeeper.world.OAuthGrant;
import dev.fakebeeper.world.Scopes;
import dev.fakebeeper.world.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clients and tokens in the shapes of OAuth. Times are Unix seconds. Thread-safe. */
public final class OAuthJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SUBJECT_BYTES = 8;

  private OAuthJson() {}

  /** A client after its registration, without the endpoints. */
  public static ObjectNode registered(OAuthClient client) {
    var body = JSON.objectNode().put("client_id", client.id()).put("client_name", client.name());
    if (client.uri() != null) {
      body.put("client_uri", client.uri());
    }
    body.putArray("grant_types").add("authorization_code");
    body.putArray("response_types").add("code");
    client.redirectUris().forEach(body.putArray("redirect_uris")::add);
    return body.put("scope", Scopes.write(client.scopes()))
        .put("token_endpoint_auth_method", "none")
        .put("client_id_issued_at", client.registeredAt().getEpochSecond());
  }

  /** A token as the client gets it. */
  public static ObjectNode issued(Token token) {
    var expiresAt = token.expiresAt();
    var lifetime =
        expiresAt == null ? Duration.ZERO : Duration.between(token.issuedAt(), expiresAt);
    return JSON.objectNode()
        .put("access_token", token.value())
        .put("token_type", "Bearer")
        .put("expires_in", lifetime.toSeconds())
        .put("scope", Scopes.write(token.scopes()));
  }

  /** What is said of a token that is good, without what it says of the app. */
  public static ObjectNode active(Token token, Optional<OAuthGrant> grant) {
    var clientId = clientId(grant);
    var client = JSON.objectNode();
    grant.map(OAuthGrant::client).ifPresent(facts -> describe(client, facts));
    var body =
        Members.inline()
            .flag("active", true)
            .text("scope", Scopes.write(token.scopes()))
            .text("token_type", "Bearer")
            .number("exp", seconds(token.expiresAt()))
            .number("iat", seconds(token.issuedAt()))
            .number("nbf", seconds(token.issuedAt()))
            .text("sub", subject(token))
            .text("aud", clientId)
            .text("client_id", clientId)
            .done();
    body.set("client", client);
    return body;
  }

  private static void describe(ObjectNode client, ClientFacts facts) {
    put(client, "id", facts.id());
    put(client, "name", facts.name());
    put(client, "user_agent", facts.userAgent());
    put(client, "remote_address", facts.remoteAddress());
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** What is said of any other. */
  public static ObjectNode inactive() {
    return JSON.objectNode().put("active", false);
  }

  /** Who has a token. */
  public static ObjectNode userInfo(Token token, Optional<OAuthGrant> grant) {
    var clientId = clientId(grant);
    return Members.inline()
        .text("sub", subject(token))
        .text("aud", clientId)
        .text("scope", Scopes.write(token.scopes()))
        .number("exp", seconds(token.expiresAt()))
        .number("iat", seconds(token.issuedAt()))
        .text("client_id", clientId)
        .text("token_use", "access")
        .done();
  }

  /** A refusal after RFC 6749 5.2. */
  public static ObjectNode refusal(OAuthError error) {
    return JSON.objectNode()
        .put("error", error.code().word())
        .put("error_description", error.description());
  }

  private static @Nullable String clientId(Optional<OAuthGrant> grant) {
    return grant.map(OAuthGrant::client).map(ClientFacts::id).orElse(null);
  }

  private static @Nullable Long seconds(@Nullable Instant instant) {
    return instant == null ? null : Long.valueOf(instant.getEpochSecond());
  }

  /** The id of a token, which must not be the token. */
  private static String subject(Token token) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(token.value().getBytes(StandardCharsets.UTF_8));
      return "tok_" + HexFormat.of().formatHex(hash, 0, SUBJECT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
