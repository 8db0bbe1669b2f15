package dev.fakebeeper.events;

/** A script speaks; what the client subscribes to is only written down. */
final class ScriptVoice implements Voice {
  private final StreamScript script;
  private final EventSession session;
  private final ScriptedSocket socket;

  ScriptVoice(StreamScript script, EventStream stream, EventSession session) {
    this.script = script;
    this.session = session;
    this.socket = new ScriptedSocket(stream, session);
  }

  @Override
  public void greet() {
    script.opened(socket);
  }

  @Override
  public void answer(String text, Command command) {
    if (command instanceof Command.SetSubscriptions set) {
      session.note(set.subscription());
    }
    script.heard(socket, text);
  }

  @Override
  public void end() {
    script.closed(socket);
  }
}
