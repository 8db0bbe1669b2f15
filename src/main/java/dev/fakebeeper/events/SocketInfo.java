package dev.fakebeeper.events;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * One open connection as it stood at a moment.
 *
 * @param id names the connection in its world: {@code socket-1} is the first that was opened, and
 *     no id is used twice
 * @param openedAt the world's time of the opening
 * @param chatIds what the client subscribed to, in its own words and order; {@code *} alone for all
 * @param appState whether the client asked for the state of the app
 * @param lastSeq the number of the last event, 0 before the first
 * @param eventsSent how many events went out; answers to commands are not counted
 * @param state how the connection fares
 */
@RecordBuilder
public record SocketInfo(
    String id,
    Instant openedAt,
    List<String> chatIds,
    boolean appState,
    long lastSeq,
    long eventsSent,
    State state)
    implements SocketInfoBuilder.With {

  /** How a connection fares. */
  public enum State {
    /** What the client subscribed to goes out. */
    OPEN,
    /** Some events are kept back. */
    HELD,
    /** Nothing goes out and nothing that comes is heard, but the connection was not closed. */
    HALF_OPEN
  }

  /** Copies the list. */
  public SocketInfo {
    chatIds = List.copyOf(chatIds);
  }

  /** Whether the client asked for anything yet, or still. */
  public boolean isSubscribed() {
    return appState || !chatIds.isEmpty();
  }
}
