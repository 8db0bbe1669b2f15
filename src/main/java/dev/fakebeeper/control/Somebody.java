package dev.fakebeeper.control;

import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.WorldState;
import org.jspecify.annotations.Nullable;

/**
 * A person who comes into a chat.
 *
 * @param userId the id on the network
 * @param fullName null for what the account's contacts know of them, if they are there
 */
public record Somebody(String userId, @Nullable String fullName) {

  /** Somebody whom the contacts may know. */
  public static Somebody known(String userId) {
    return new Somebody(userId, null);
  }

  User on(WorldState state, String accountId) {
    var stranger = UserBuilder.builder().id(userId).fullName(fullName).build();
    return fullName == null ? state.contactsOf(accountId).find(userId).orElse(stranger) : stranger;
  }
}
