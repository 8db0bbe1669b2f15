package dev.fakebeeper.events;

/** Where the frames of one connection go: a socket, or a list in a test. */
public interface FrameSink {

  /**
   * Sends one frame after those before it; must not block. Called again once a frame has left, and
   * before that only if the connection ends after what still waits.
   *
   * @param frame the text
   * @param done to be run once the frame has left, on any thread; never when it could not be sent
   */
  void send(OutgoingFrame frame, Runnable done);

  /**
   * Ends the connection after the frames before it.
   *
   * @param code the close code
   * @param reason for people
   */
  void close(int code, String reason);

  /** Breaks the connection with a reset, without a goodbye. */
  void cut();

  /**
   * Sends nothing more, not even what keeps a connection alive, and hears nothing, until the
   * connection is closed or cut. Again is a no-op.
   */
  void silence();
}
