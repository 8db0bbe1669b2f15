package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.User;

/** People as the vendor's {@code User} and {@code Participant}. Thread-safe. */
public final class UserJson {
  private static final String SCHEMA = "User";

  private final Shape shape;

  /** Writes for a build. */
  public UserJson(Shape shape) {
    this.shape = shape;
  }

  /** A {@code User}. The owner has no {@code cannotMessage}, as in all examples. */
  public ObjectNode write(User user) {
    return Members.of(SCHEMA, shape)
        .text("id", user.id())
        .text("username", user.username())
        .text("phoneNumber", user.phoneNumber())
        .text("email", user.email())
        .text("fullName", user.fullName())
        .text("imgURL", user.imgUrl())
        .flag("cannotMessage", user.self() ? null : (Boolean) user.cannotMessage())
        .flag("isSelf", user.self())
        .done();
  }

  /** A {@code Participant}: the user, and what is special about the membership. */
  public ObjectNode write(Participant participant) {
    var node = write(participant.user());
    node.setAll(
        Members.of("Participant", shape)
            .mark("isAdmin", participant.admin())
            .mark("isPending", participant.pending())
            .mark("isNetworkBot", participant.networkBot())
            .done());
    return node;
  }
}
