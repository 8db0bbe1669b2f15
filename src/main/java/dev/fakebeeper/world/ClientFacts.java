package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a client that asks for a token.
 *
 * @param id null when it did not say
 * @param name for people
 * @param userAgent that of the browser which asked
 * @param remoteAddress where it calls from
 */
public record ClientFacts(
    @Nullable String id,
    @Nullable String name,
    @Nullable String userAgent,
    @Nullable String remoteAddress) {

  /** Nothing but which one it is. */
  public static ClientFacts of(OAuthClient client, @Nullable String userAgent) {
    return new ClientFacts(client.id(), client.name(), userAgent, null);
  }
}
