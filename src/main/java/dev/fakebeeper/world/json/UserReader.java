package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.User;

/** People from the vendor's {@code User} and {@code Participant}. */
public final class UserReader {
  private UserReader() {}

  /** A person with an {@code id}; what else is not told is unknown. */
  public static User read(JsonNode user) {
    return user(Given.in(user));
  }

  static User user(Given user) {
    return new User(
        user.id("id"),
        user.text("username"),
        user.text("phoneNumber"),
        user.text("email"),
        user.text("fullName"),
        user.text("imgURL"),
        user.flag("cannotMessage"),
        user.flag("isSelf"));
  }

  static Participant participant(Given one) {
    return new Participant(
        user(one), one.flag("isAdmin"), one.flag("isPending"), one.flag("isNetworkBot"));
  }
}
