package dev.fakebeeper.events;

import dev.fakebeeper.world.json.Shape;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Choices of the protocol where evidence differs between builds or observers.
 *
 * @param shape which members of a message this build knows
 * @param timestamps how {@code ts} is written: text on live servers, a number on the documentation
 *     page
 * @param appState whether the build knows the {@code app} member and {@code app.state.updated}
 *     (4.3.0 and later)
 * @param maxCommandBytes the longest command a client may send, in UTF-8 bytes (64 KiB inferred)
 * @param outboxFrames how many frames may wait for a client that does not read, and how many events
 *     a rule may keep back on one connection, above 0 (assumed)
 */
@RecordBuilder
public record EventSettings(
    Shape shape, Timestamps timestamps, AppState appState, int maxCommandBytes, int outboxFrames)
    implements EventSettingsBuilder.With {

  /** How {@code ts} is written. */
  public enum Timestamps {
    ISO,
    EPOCH_MILLIS
  }

  /** Whether there are events of the app's state. */
  public enum AppState {
    KNOWN,
    UNKNOWN
  }

  /** The defaults of the newest build. */
  public static EventSettings defaults() {
    return new EventSettings(Shape.everything(), Timestamps.ISO, AppState.KNOWN, 64 * 1024, 1_000);
  }
}
