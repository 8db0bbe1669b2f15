package dev.fakebeeper.control.lift;

import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;

/** People who are only known to be there, because the app told how many there are. */
final class NotRecorded {
  private static final String PREFIX = "@not-recorded-";

  private NotRecorded() {}

  /** Without a name, so that no search finds them. */
  static Participant number(int number) {
    return Participant.of(UserBuilder.builder().id(PREFIX + number + ":beeper.local").build());
  }

  static boolean isOne(User user) {
    return user.id().startsWith(PREFIX);
  }
}
