package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.json.MessageReader;
import dev.fakebeeper.world.json.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The messages that were there at the start, by chat and sort key. */
final class LiftedMessages {
  private final Sights sights;
  private final Notes notes;

  LiftedMessages(Sights sights, Notes notes) {
    this.sights = sights;
    this.notes = notes;
  }

  /** The messages of each chat, oldest first. */
  Map<String, NavigableMap<Long, Message>> all() {
    var later = sights.newness.newMessages();
    var chats = new LinkedHashMap<String, NavigableMap<Long, Message>>();
    sights
        .messages
        .byKey()
        .forEach(
            (key, tree) -> {
              if (later.contains(key)) {
                notes.leftOut(
                    "messages",
                    "They came after the recording had begun",
                    tree.path("id").asText());
              } else {
                add(chats, tree);
              }
            });
    return chats;
  }

  private void add(Map<String, NavigableMap<Long, Message>> chats, ObjectNode tree) {
    var id = tree.path("id").asText();
    if (!tree.path("chatID").isTextual() || Wire.sortKey(tree.path("sortKey")).isEmpty()) {
      notes.leftOut("messages", "They have no chat, or no sort key that is a number", id);
      return;
    }
    var message = MessageReader.read(tree);
    var log = chats.computeIfAbsent(message.chatId(), chat -> new TreeMap<>());
    if (log.putIfAbsent(message.sortKey(), message) != null) {
      notes.leftOut("messages", "Another message has their sort key", id);
    }
  }
}
