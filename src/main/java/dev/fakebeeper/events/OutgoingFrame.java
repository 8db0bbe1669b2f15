package dev.fakebeeper.events;

import org.jspecify.annotations.Nullable;

/**
 * A frame on its way to one client.
 *
 * @param seq the number of an event on this connection, 0 for what is no event
 * @param type the frame's type
 * @param text the frame as it goes out
 * @param event the event it numbers, null for an answer to a command, a frame of a test's own and
 *     one of a recording
 * @param alteration what a test did to it
 */
public record OutgoingFrame(
    long seq, String type, String text, @Nullable EventFrame event, Alteration alteration) {

  /** An answer to a command. */
  static OutgoingFrame answer(String type, String text) {
    return new OutgoingFrame(0, type, text, null, Alteration.NONE);
  }

  /** A frame that a test made up. */
  static OutgoingFrame own(String text) {
    return new OutgoingFrame(0, EventText.type(text), text, null, Alteration.OWN);
  }

  /** A frame that a script repeats, with the number that it has. */
  static OutgoingFrame recorded(String text) {
    return new OutgoingFrame(
        EventText.seq(text), EventText.type(text), text, null, Alteration.RECORDED);
  }
}
