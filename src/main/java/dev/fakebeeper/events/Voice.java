package dev.fakebeeper.events;

/** What one connection says beside events. Called on the stream's turn. */
interface Voice {

  /** The connection is open. */
  void greet();

  /**
   * The client has said something.
   *
   * @param text as it came; empty for a binary frame
   */
  void answer(String text, Command command);

  /** The connection is over. */
  void end();
}
