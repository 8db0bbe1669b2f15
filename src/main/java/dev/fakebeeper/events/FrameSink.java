package dev.fakebeeper.events;

/** Where the frames of one connection go: a socket, or a list in a test. */
public interface FrameSink {

  /**
   * Sends one frame. Called for one frame at a time; must not block.
   *
   * @param frame the text
   * @param done to be run once the frame has left, on any thread; never when it could not be sent
   */
  void send(OutgoingFrame frame, Runnable done);

  /**
   * Ends the connection. Frames that wait are dropped.
   *
   * @param code the close code
   * @param reason for people
   */
  void close(int code, String reason);
}
