package dev.fakebeeper.events;

/**
 * Speaks on the connections of a world in place of the world itself, such as a recording that is
 * played again. Nothing of the protocol happens by itself then: no {@code ready}, no answer to a
 * command, no event of a commit. Each method is called on the stream's own turn, one at a time: it
 * must not wait for anything and must not throw.
 */
public interface StreamScript {

  /** A connection was opened; nothing was said on it yet. */
  void opened(ScriptedSocket socket);

  /** A client has said something; a binary frame is told as an empty text. */
  void heard(ScriptedSocket socket, String text);

  /** A connection is over; told once. */
  void closed(ScriptedSocket socket);
}
