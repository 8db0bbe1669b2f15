package dev.fakebeeper.control.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a recorded socket was played to one client.
 *
 * @param socket the id of the client's connection in its world, such as {@code socket-1}
 * @param recorded which socket of the recording it gets, counted from 1
 * @param played how many events went out
 * @param waiting how many wait for their time; the end of the socket counts as one
 * @param due when the next of them goes out on the world's clock, null when none waits
 * @param expects the command of the client that all further frames wait for, as it was recorded;
 *     null when there is none
 */
public record ReplayedSocket(
    String socket,
    int recorded,
    int played,
    int waiting,
    @Nullable Instant due,
    @Nullable String expects) {

  static ReplayedSocket of(Performance performance) {
    return new ReplayedSocket(
        performance.socketId(),
        performance.reel().number(),
        performance.played(),
        performance.waiting(),
        performance.due().orElse(null),
        performance.expected().orElse(null));
  }
}
