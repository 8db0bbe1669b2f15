package dev.fakebeeper.world;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds people by what is known of them. */
public final class People {
  private People() {}

  /**
   * Whether all words are in the name, handle, number or mail address of a person, taken together.
   */
  public static boolean fits(User user, Words words) {
    return words.areIn(searched(user));
  }

  /** Those of a walk who fit, found one by one while the walk goes on. */
  public static Iterator<User> fitting(Iterator<User> walk, Words words) {
    return words.isEmpty()
        ? walk
        : new Filtered<>(
            walk, user -> true, user -> Optional.of(user).filter(person -> fits(person, words)));
  }

  /** All by which a person can be found, each on a line. */
  static String searched(User user) {
    return Stream.of(user.fullName(), user.username(), user.phoneNumber(), user.email())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
