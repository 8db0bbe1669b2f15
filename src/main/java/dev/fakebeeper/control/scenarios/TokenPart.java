package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.world.Token;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that a scenario makes.
 *
 * @param name how the scenario and a test speak of it
 * @param value null to have one made, which differs from world to world
 * @param lifetime null for one that never expires
 */
record TokenPart(
    String name, @Nullable String value, Set<Token.Scope> scopes, @Nullable Duration lifetime) {

  /** Copies the scopes. */
  TokenPart {
    scopes = Set.copyOf(scopes);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "TokenPart[" + name + "]";
  }
}
