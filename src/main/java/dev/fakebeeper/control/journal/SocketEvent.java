package dev.fakebeeper.control.journal;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * Something that happened on an event socket.
 *
 * @param socket the id of the connection in its world, such as {@code socket-1}
 * @param kind what happened
 * @param type the type of a frame, such as {@code message.upserted}; empty for the rest
 * @param sequence the number of an event on its connection, 0 for anything else
 * @param text a frame as it went over the wire; the code and reason of a closing; else empty
 * @param remark what a rule of the test did to a frame, such as {@code duplicated}; what a client
 *     subscribed to; else empty
 */
@RecordBuilder
public record SocketEvent(
    long number,
    Instant at,
    String world,
    String socket,
    Kind kind,
    String type,
    long sequence,
    String text,
    String remark)
    implements Entry, SocketEventBuilder.With {

  /** What can happen on a socket. */
  public enum Kind {
    /** A client has connected. */
    OPENED,
    /** A client has changed what it hears of. */
    SUBSCRIBED,
    /** A frame went to the client. */
    SENT,
    /** An event did not go to the client, because a rule of the test wanted it so. */
    LOST,
    /** A frame came from the client. */
    RECEIVED,
    /** The connection is over. */
    CLOSED
  }
}
