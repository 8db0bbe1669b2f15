package dev.fakebeeper.events;

/**
 * Hears of all that happens on the connections of one world, for a journal or a trigger. Each
 * method is called on the stream's own turn, one at a time, in the order in which things happen: it
 * may only enqueue and must not throw.
 */
public interface StreamObserver {

  /** A connection was opened; told before its {@code ready} goes out. */
  default void opened(SocketInfo socket) {}

  /** A client has changed its subscription; told before the answer goes out. */
  default void subscribed(SocketInfo socket) {}

  /**
   * A frame is about to go out. Told before it does, so that whoever has the frame finds it in the
   * journal; a client that is gone or does not read may never get it.
   *
   * @param socketId the connection
   * @param seq the number of an event, 0 for an answer to a command and for a frame of the test's
   *     own
   * @param type the frame's type, empty for a frame of the test's own that has none
   * @param text the frame
   * @param alteration what a rule did to it; where several did something, the last that changed its
   *     text
   */
  default void sent(String socketId, long seq, String type, String text, Alteration alteration) {}

  /**
   * An event that a rule keeps from a connection for good.
   *
   * @param seq the number that no event of the connection has, 0 if it leaves no gap
   * @param text the frame that does not go out
   */
  default void lost(String socketId, long seq, String type, String text) {}

  /**
   * A text frame of the client; told before it is obeyed. A binary frame is told as an empty text.
   */
  default void received(String socketId, String text) {}

  /**
   * A connection is over; told once.
   *
   * @param code the close code, 1006 when nobody said goodbye
   * @param reason for people, may be empty
   */
  default void closed(String socketId, int code, String reason) {}
}
