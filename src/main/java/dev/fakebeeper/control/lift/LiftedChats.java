package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatTimers;
import dev.fakebeeper.world.Ids;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.json.ChatReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** Makes the chats that were there at the start, each with its messages. */
final class LiftedChats {
  private static final int LONGEST = 500;

  private final Sights sights;
  private final Notes notes;
  private final Transaction transaction;
  private final Map<String, NavigableMap<Long, Message>> messages;

  LiftedChats(
      Sights sights,
      Notes notes,
      Transaction transaction,
      Map<String, NavigableMap<Long, Message>> messages) {
    this.sights = sights;
    this.notes = notes;
    this.transaction = transaction;
    this.messages = messages;
  }

  /** All chats as they were shown; those of which only messages were, with what these tell. */
  List<ObjectNode> shown() {
    var all = new ArrayList<ObjectNode>();
    for (var tree : sights.chats.all()) {
      if (sights.newness.isNewChat(tree.path("id").asText())) {
        notes.leftOut("chats", "They came after the recording had begun", name(tree));
      } else if (tree.path("accountID").isTextual()) {
        all.add(tree);
      } else {
        notes.leftOut("chats", "Nobody told their account", name(tree));
      }
    }
    messages.forEach(
        (id, log) -> {
          if (!sights.chats.has(id) && !sights.newness.isNewChat(id)) {
            all.add(bare(id, log.lastEntry().getValue()));
          }
        });
    return all;
  }

  private static String name(ObjectNode tree) {
    return tree.path("id").asText();
  }

  private ObjectNode bare(String id, Message newest) {
    notes.assumed("chats", "Only messages in them were shown: groups without members", id);
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("accountID", newest.accountId())
        .put("title", id)
        .put("type", "group")
        .put("lastActivity", newest.timestamp().toString());
  }

  /** Stores the chats. */
  void all(List<ObjectNode> shown) {
    var chats = shown.stream().map(this::chat).toList();
    chats.forEach(this::noteLocalId);
    chats.forEach(this::store);
  }

  private Chat chat(ObjectNode tree) {
    var chat = ChatReader.read(tree);
    var total = Math.min(LONGEST, tree.path("participants").path("total").asInt());
    return chat.with(
        it ->
            it.lastActivity(lastActivity(chat))
                .participants(TreePVector.from(members(chat, total)))
                .lastReadSortKey(marker(tree, chat)));
  }

  /** The time of the first sighting unless a client had a hand in it. */
  private @Nullable Instant lastActivity(Chat chat) {
    var log = messages.get(chat.id());
    var newest = log == null ? null : log.lastEntry().getValue().timestamp();
    var shown = chat.lastActivity();
    if (shown != null && !shown.isAfter(transaction.now())) {
      return shown;
    }
    return newest == null && shown != null ? transaction.now() : newest;
  }

  private List<Participant> members(Chat chat, int total) {
    var all = new ArrayList<>(chat.participants());
    while (all.size() < total) {
      all.add(NotRecorded.number(all.size() + 1));
      notes.assumed(
          "members of chats", "The app told how many there are, and did not show them", chat.id());
    }
    return all;
  }

  /** Where the app does not tell the marker, messages that are not unread do. */
  private long marker(ObjectNode tree, Chat chat) {
    var log = messages.get(chat.id());
    if (tree.hasNonNull("lastReadMessageSortKey") || log == null) {
      return chat.lastReadSortKey();
    }
    return log.values().stream()
        .filter(message -> !message.fromOwner() && isRead(message))
        .mapToLong(Message::sortKey)
        .max()
        .orElse(0);
  }

  private boolean isRead(Message message) {
    var tree = sights.messages.find(Sights.key(message.chatId(), message.id()));
    return tree != null && !tree.path("isUnread").asBoolean(true);
  }

  private void noteLocalId(Chat chat) {
    if (chat.localId().matches("[0-9]{1,18}")) {
      var number = Long.parseLong(chat.localId());
      transaction.update(state -> state.withIds(state.ids().pastLocalChat(number)));
    }
  }

  private void store(Chat chat) {
    var named = chat.withLocalId(localId(chat));
    var log = messages.getOrDefault(chat.id(), new TreeMap<>());
    transaction.put(named);
    transaction.update(
        state ->
            state
                .withLogs(state.logs().plus(chat.id(), MessageLog.of(log.values())))
                .withIds(pastAll(state.ids(), log)));
    ChatTimers.schedule(transaction, named, log.values());
  }

  private String localId(Chat chat) {
    var taken = transaction.state().localChatIds().containsKey(chat.localId());
    if (!chat.localId().isEmpty() && !taken) {
      return chat.localId();
    }
    var number = transaction.state().ids().lastLocalChatId() + 1;
    transaction.update(state -> state.withIds(state.ids().pastLocalChat(number)));
    notes.assumed("local ids of chats", "They were not told, or told of two chats", chat.id());
    return Long.toString(number);
  }

  private static Ids pastAll(Ids ids, SortedMap<Long, Message> log) {
    var past = ids;
    for (var message : log.values()) {
      var isNumber = message.id().matches("[0-9]{1,18}");
      past = past.pastMessage(isNumber ? Long.parseLong(message.id()) : 0, message.sortKey());
    }
    return past;
  }
}
