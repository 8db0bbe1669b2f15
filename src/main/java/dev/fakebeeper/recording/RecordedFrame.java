package dev.fakebeeper.recording;

import java.time.Duration;

/**
 * One text message on a WebSocket.
 *
 * @param after since the socket was opened; not negative
 * @param text the whole message as it was sent
 */
public record RecordedFrame(Duration after, Sender sender, String text) {

  /** Who sent a message. */
  public enum Sender {
    /** The client under record. */
    CLIENT,
    /** The app. */
    APP
  }
}
