package dev.fakebeeper.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OAuthStateTest {
  private static final Instant START = Instant.parse("2026-06-15T09:30:00Z");

  private static AuthorizationCode code(int number) {
    var client = new ClientFacts("client", "Client", null, null);
    return new AuthorizationCode(
        "code-" + number,
        client,
        Set.of(Token.Scope.READ),
        "challenge",
        null,
        null,
        START.plusSeconds(number),
        null);
  }

  @Test
  void the_oldest_code_is_forgotten_for_a_new_one_when_there_are_very_many() {
    var state = OAuthState.empty();
    for (var i = 0; i <= OAuthState.MOST_CODES; i++) {
      state = state.with(code(i));
    }

    assertThat(state.codes()).hasSize(OAuthState.MOST_CODES).doesNotContainKey("code-0");
    assertThat(state.codes()).containsKeys("code-1", "code-" + OAuthState.MOST_CODES);
  }

  @Test
  void a_code_that_changes_takes_no_place_of_another() {
    var state = OAuthState.empty();
    for (var i = 0; i < OAuthState.MOST_CODES; i++) {
      state = state.with(code(i));
    }

    var used = state.with(code(5).withToken("token"));

    assertThat(used.codes()).hasSize(OAuthState.MOST_CODES).containsKey("code-0");
  }
}
