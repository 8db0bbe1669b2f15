package dev.fakebeeper.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Change;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Commit;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.json.AppStateJson;
import dev.fakebeeper.world.json.MessageJson;
import dev.fakebeeper.world.json.VerificationJson;
import dev.fakebeeper.world.json.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes committed changes as frames of the protocol. Thread-safe. */
final class EventFrames {
  /** Every type of event, in any build. */
  static final List<String> TYPES =
      List.of(
          "chat.upserted",
          "chat.deleted",
          "message.upserted",
          "message.deleted",
          "app.state.updated",
          "verification.updated",
          "verification.removed");

  private final EventSettings settings;
  private final MessageJson messages;

  EventFrames(EventSettings settings) {
    this.settings = settings;
    this.messages = new MessageJson(settings.shape());
  }

  /** The frame of a change; nothing for a message whose chat went in the same commit. */
  Optional<EventFrame> of(Commit commit, Change.InChat change, Chat chat) {
    if (change instanceof Change.ChatUpserted) {
      return Optional.of(frame("chat.upserted", commit, chat, List.of(chat.id())));
    }
    if (change instanceof Change.ChatDeleted) {
      return Optional.of(frame("chat.deleted", commit, chat, List.of(chat.id())));
    }
    if (change instanceof Change.MessagesDeleted gone) {
      return Optional.of(frame("message.deleted", commit, chat, gone.messageIds()));
    }
    if (change instanceof Change.MessageUpserted message) {
      return upserted(commit, message.message());
    }
    throw new AssertionError("unknown change: " + change);
  }

  private Optional<EventFrame> upserted(Commit commit, Message message) {
    var state = commit.after();
    return state
        .findChat(message.chatId())
        .map(
            chat -> {
              var network = state.networkOf(state.requireAccount(chat.accountId()));
              var event = event("message.upserted", commit.at());
              event.put("chatID", chat.id());
              event.putArray("ids").add(message.id());
              event
                  .putArray("entries")
                  .add(messages.write(message, MessageJson.View.of(chat, network, message)));
              return numberable("message.upserted", event, names(chat));
            });
  }

  private EventFrame frame(String type, Commit commit, Chat chat, List<String> ids) {
    var event = event(type, commit.at());
    event.put("chatID", chat.id());
    var array = event.putArray("ids");
    ids.forEach(array::add);
    return numberable(type, event, names(chat));
  }

  /** Some networks raise no events at all (iMessage, as observed). */
  static boolean isLive(Commit commit, Chat chat) {
    var state = commit.after();
    return state.findAccount(chat.accountId()).map(a -> state.networkOf(a).live()).orElse(true);
  }

  private static Set<String> names(Chat chat) {
    return Set.copyOf(List.of(chat.id(), chat.localId()));
  }

  /** The frame of a change of the app; a build that does not know such events has none. */
  Optional<EventFrame> ofApp(Commit commit, Change change) {
    if (settings.appState() == EventSettings.AppState.UNKNOWN) {
      return Optional.empty();
    }
    if (change instanceof Change.AppStateUpdated updated) {
      return Optional.of(appState(AppStateJson.of(updated.setup()), commit.at()));
    }
    if (change instanceof Change.VerificationUpdated updated) {
      var event = event("verification.updated", commit.at());
      event.set("verification", VerificationJson.of(updated.verification()));
      return Optional.of(numberable("verification.updated", event, Set.of()));
    }
    if (change instanceof Change.VerificationRemoved) {
      var event = event("verification.removed", commit.at());
      return Optional.of(numberable("verification.removed", event, Set.of()));
    }
    throw new AssertionError("unknown change: " + change);
  }

  /** The state of the app, for those who asked for it. */
  EventFrame appState(ObjectNode snapshot, Instant at) {
    var event = event("app.state.updated", at);
    event.set("appState", snapshot);
    return numberable("app.state.updated", event, Set.of());
  }

  /** Times as numbers are against the contract on purpose, so nobody needs to look. */
  private EventFrame numberable(String type, ObjectNode event, Set<String> chatIds) {
    var frame = EventFrame.of(type, event, chatIds);
    if (settings.timestamps() == EventSettings.Timestamps.EPOCH_MILLIS) {
      frame.markChecked();
    }
    return frame;
  }

  private ObjectNode event(String type, Instant at) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("type", type);
    event.put("seq", 0);
    if (settings.timestamps() == EventSettings.Timestamps.EPOCH_MILLIS) {
      event.put("ts", at.toEpochMilli());
    } else {
      event.put("ts", Wire.time(at));
    }
    return event;
  }
}
