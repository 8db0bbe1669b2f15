package dev.fakebeeper.world;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a sign-in that is complete: the account that it makes, and what comes with it.
 *
 * @param account how the ids of a new account are made
 * @param imports what the network hands over
 */
public record Arrival(Pattern account, Imports imports) {

  /**
   * How ids are made: texts with slots in braces. {@code {text}} is opaque and new each time,
   * {@code {login}} the login, {@code {bridge}} the bridge; {@code {phone}} (digits), {@code
   * {username}}, {@code {email}} and {@code {number}} belong to the person whose id it is.
   *
   * @param login of logins
   * @param account of accounts; one that is taken gets the login behind it
   * @param user of people
   */
  public record Pattern(String login, String account, String user) {}

  /**
   * What a network hands over to a new account. First it connects, then chats come with their
   * newest messages, then older messages, portion by portion.
   *
   * @param connecting how long it connects
   * @param backfilling how long it hands over
   * @param portions in how many parts, one at least
   * @param chats what comes
   * @param lines what is said in them, in turn
   */
  public record Imports(
      Duration connecting,
      Duration backfilling,
      int portions,
      List<ImportedChat> chats,
      List<String> lines) {
    /** Nothing, at once. */
    public static final Imports NONE =
        new Imports(Duration.ZERO, Duration.ZERO, 1, List.of(), List.of());

    /** Copies the lists; refuses negative times and no portion. */
    public Imports {
      if (connecting.isNegative() || backfilling.isNegative() || portions < 1) {
        throw new IllegalArgumentException(
            "connecting (%s) and backfilling (%s) must not be negative, portions (%d) must be 1 or more"
                .formatted(connecting, backfilling, portions));
      }
      chats = List.copyOf(chats);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A chat that is there on the network.
   *
   * @param title of a group; null for a direct chat
   * @param people the others; their ids are names that the pattern of user ids turns into ids
   * @param messages how many
   */
  public record ImportedChat(@Nullable String title, List<User> people, int messages) {
    /** Copies the people; refuses a direct chat with any number but one. */
    public ImportedChat {
      people = List.copyOf(people);
      if (title == null && people.size() != 1) {
        throw new IllegalArgumentException(
            "people (" + people.size() + ") must be one in a chat without a title");
      }
    }
  }

  /** Ids without a meaning, and nothing handed over. */
  public static Arrival plain() {
    return new Arrival(
        new Pattern("ba_{text}", "{bridge}_{login}", "@{number}:{bridge}.localhost"), Imports.NONE);
  }
}
