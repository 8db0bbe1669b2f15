package dev.fakebeeper.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The documented protocol: {@code ready}, and an answer to each command. */
final class ProtocolVoice implements Voice {
  private final EventStream stream;
  private final EventSettings settings;
  private final EventSession session;

  ProtocolVoice(EventStream stream, EventSettings settings, EventSession session) {
    this.stream = stream;
    this.settings = settings;
    this.session = session;
  }

  @Override
  public void greet() {
    var ready = JsonNodeFactory.instance.objectNode();
    ready.put("type", "ready");
    ready.put("version", 1);
    say("ready", describe(ready));
  }

  @Override
  public void answer(String text, Command command) {
    if (command instanceof Command.SetSubscriptions set) {
      var subscription = set.subscription();
      session.follow(subscription);
      say("subscriptions.updated", describe(reply("subscriptions.updated", set.requestId())));
      if (subscription.appState()) {
        stream.showAppState(session);
      }
    } else if (command instanceof Command.Mistake mistake) {
      var error = reply("error", mistake.requestId());
      error.put("code", mistake.code());
      error.put("message", mistake.message());
      say("error", error);
    }
  }

  @Override
  public void end() {
    // nothing of the protocol goes on
  }

  private static ObjectNode reply(String type, @Nullable String requestId) {
    var reply = JsonNodeFactory.instance.objectNode();
    reply.put("type", type);
    if (requestId != null) {
      reply.put("requestID", requestId);
    }
    return reply;
  }

  private ObjectNode describe(ObjectNode frame) {
    var ids = frame.putArray("chatIDs");
    session.info().chatIds().forEach(ids::add);
    if (settings.appState() == EventSettings.AppState.KNOWN) {
      frame.putObject("app").put("state", session.info().appState());
    }
    return frame;
  }

  private void say(String type, ObjectNode frame) {
    session.offer(OutgoingFrame.answer(type, frame.toString()));
  }
}
