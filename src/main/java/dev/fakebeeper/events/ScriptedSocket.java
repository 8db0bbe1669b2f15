package dev.fakebeeper.events;

/**
 * One connection as a script sees it. Each method returns at once, and what several ask for happens
 * in that order; a connection that is over does nothing any more. Thread-safe.
 */
public final class ScriptedSocket {
  private final EventStream stream;
  private final EventSession session;

  ScriptedSocket(EventStream stream, EventSession session) {
    this.stream = stream;
    this.session = session;
  }

  /** Its id in the world, such as {@code socket-1}. */
  public String id() {
    return session.id();
  }

  /** Sends a frame as it is. */
  public void say(String text) {
    stream.inOrder(() -> session.say(text));
  }

  /** Ends the connection as an act of a test would, after what was said before. */
  public void end(SocketAct act) {
    stream.inOrder(
        () -> {
          var unused = session.perform(act); // nobody waits: what a script says next is queued
        });
  }
}
