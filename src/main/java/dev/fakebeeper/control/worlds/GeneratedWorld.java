package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;

/**
 * An invented world of any size over many networks. Immutable.
 *
 * @param chats how many chats
 * @param messages how many messages in all of them together; every chat has one before any has two
 */
public record GeneratedWorld(int chats, int messages) implements StartingWorld {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException when a number is negative, or there are messages but no chats
   */
  public GeneratedWorld {
    if (chats < 0) {
      throw new IllegalArgumentException("chats (" + chats + ") must not be negative");
    }
    if (messages < 0 || (chats == 0 && messages > 0)) {
      throw new IllegalArgumentException(
          "messages (" + messages + ") must not be negative, and 0 where there are no chats");
    }
  }

  @Override
  public WorldState at(Instant now, long seed) {
    return new WorldInvention(this, seed).plan().at(now, seed);
  }
}
