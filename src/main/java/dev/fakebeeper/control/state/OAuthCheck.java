package dev.fakebeeper.control.state;

import dev.fakebeeper.control.state.Findings.Named;
import dev.fakebeeper.world.AuthorizationCode;
import dev.fakebeeper.world.ConsentRequest;
import dev.fakebeeper.world.OAuthClient;
import dev.fakebeeper.world.OAuthGrant;
import java.util.Set;

/** The part of {@link StateCheck} about OAuth. Used once, by one thread. */
final class OAuthCheck {
  private final Findings found;

  OAuthCheck(Findings found) {
    this.found = found;
  }

  /** Notes what is wrong, and returns the ids of the questions. */
  Set<String> requests(Set<String> tokens) {
    found.unique(Section.OAUTH_CLIENTS, "id", OAuthClient::id);
    found.unique(Section.OAUTH_CODES, "value", AuthorizationCode::value);
    found.unique(Section.OAUTH_GRANTS, "token", OAuthGrant::token);
    found.each(
        Section.OAUTH_GRANTS,
        (at, grant) -> found.refer(at, "token", token(grant.token()), tokens));
    found.each(
        Section.OAUTH_CODES,
        (at, code) -> {
          if (code.token() != null) {
            found.refer(at, "token", token(code.token()), tokens);
          }
        });
    return found.unique(Section.CONSENT_REQUESTS, "id", ConsentRequest::id);
  }

  private static Named token(String value) {
    return new Named("token", value);
  }
}
