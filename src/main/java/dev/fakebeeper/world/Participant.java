package dev.fakebeeper.world;

/**
 * A member of a chat.
 *
 * @param user who
 * @param admin whether they administer the chat
 * @param pending whether they are invited and have not joined
 * @param networkBot whether it is a bot of the bridge or network
 */
public record Participant(User user, boolean admin, boolean pending, boolean networkBot) {

  /** An ordinary member. */
  public static Participant of(User user) {
    return new Participant(user, false, false, false);
  }
}
