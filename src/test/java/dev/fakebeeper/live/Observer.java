package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a world from outside, by HTTP and by socket, and holds the two against each other. */
final class Observer {
  private final Api api;
  private final SocketClient socket;
  private Map<String, JsonNode> chats = Map.of();
  private Map<String, JsonNode> messages = Map.of();

  Observer(Api api, SocketClient socket) {
    this.api = api;
    this.socket = socket;
  }

  void remember() {
    chats = chats();
    messages = messages(chats);
  }

  /** All that HTTP shows, as one value. */
  List<Map<String, JsonNode>> everything() {
    var now = chats();
    return List.of(now, messages(now));
  }

  void check(String step) {
    var before = chats;
    var messagesBefore = messages;
    remember();
    checkCounts(step);
    checkOrder(step);
    checkWalks(step);
    checkEvents(step, before, messagesBefore);
  }

  private Map<String, JsonNode> chats() {
    var all = new LinkedHashMap<String, JsonNode>();
    for (var chat : api.walk("/v1/chats")) {
      var id = chat.path("id").asText();
      all.put(id, api.get(Api.chat(id)).json());
    }
    return all;
  }

  private Map<String, JsonNode> messages(Map<String, JsonNode> ofChats) {
    var all = new LinkedHashMap<String, JsonNode>();
    for (var chat : ofChats.keySet()) {
      for (var message : api.walk(Api.messages(chat))) {
        ((ObjectNode) message).remove("isUnread"); // moves with the chat's marker, without an event
        all.put(message.path("id").asText(), message);
      }
    }
    return all;
  }

  private void checkCounts(String step) {
    chats.forEach(
        (id, chat) -> {
          var marker = chat.path("lastReadMessageSortKey").asLong();
          var unread =
              messages.values().stream()
                  .filter(message -> message.path("chatID").asText().equals(id))
                  .filter(message -> !message.path("isSender").asBoolean())
                  .filter(message -> !message.path("isDeleted").asBoolean())
                  .filter(message -> message.path("sortKey").asLong() > marker)
                  .count();
          assertThat(chat.path("unreadCount").asLong())
              .as("unread messages in %s after: %s", id, step)
              .isEqualTo(unread);
        });
  }

  private void checkOrder(String step) {
    var activities = chats.values().stream().map(c -> c.path("lastActivity").asText()).toList();
    assertThat(activities)
        .as("the inbox after: %s", step)
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  /** From the middle of a chat both directions together give every message once. */
  private void checkWalks(String step) {
    for (var chat : chats.keySet()) {
      var all = ids(api.walk(Api.messages(chat)));
      assertThat(all).as("messages of %s after: %s", chat, step).doesNotHaveDuplicates();
      if (all.isEmpty()) {
        continue;
      }
      var middle = all.get(all.size() / 2);
      var older = ids(api.walk(Api.messages(chat), middle, "oldestCursor", "before"));
      var newer = ids(api.walk(Api.messages(chat), middle, "newestCursor", "after"));
      var together = new TreeSet<>(older);
      together.addAll(newer);
      together.add(middle);
      assertThat(older.size() + newer.size() + 1).as("after: %s", step).isEqualTo(all.size());
      assertThat(together).as("after: %s", step).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asText()).toList();
  }

  private void checkEvents(
      String step, Map<String, JsonNode> chatsBefore, Map<String, JsonNode> messagesBefore) {
    var heard = heard();
    assertThat(heard.chats)
        .as("chat events after: %s", step)
        .isEqualTo(changed(chatsBefore, chats));
    var expected = changed(messagesBefore, messages);
    var gone = new TreeSet<String>();
    messagesBefore.forEach(
        (id, message) -> {
          var now = messages.get(id);
          var deleted = now != null && now.path("isDeleted").asBoolean();
          if (now == null || (deleted && !message.path("isDeleted").asBoolean())) {
            gone.add(id);
          }
        });
    expected.removeAll(gone);
    assertThat(heard.deleted).as("deletions after: %s", step).isEqualTo(gone);
    assertThat(heard.upserted).as("message events after: %s", step).isEqualTo(expected);
  }

  private static Set<String> changed(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    var ids = new TreeSet<String>();
    after.forEach(
        (id, value) -> {
          if (!value.equals(before.get(id))) {
            ids.add(id);
          }
        });
    return ids;
  }

  private static final class Heard {
    private final TreeSet<String> chats = new TreeSet<>();
    private final TreeSet<String> upserted = new TreeSet<>();
    private final TreeSet<String> deleted = new TreeSet<>();
  }

  /**
   * Commands and commits share one queue: once this command is answered, every earlier event was
   * told.
   */
  private Heard heard() {
    socket.send("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    var heard = new Heard();
    for (var frame = socket.next(); !isAnswer(frame); frame = socket.next()) {
      var ids = frame.path("ids");
      switch (frame.path("type").asText()) {
        case "chat.upserted" -> ids.forEach(id -> heard.chats.add(id.asText()));
        case "message.upserted" -> ids.forEach(id -> heard.upserted.add(id.asText()));
        case "message.deleted" -> ids.forEach(id -> heard.deleted.add(id.asText()));
        default -> throw new AssertionError("unexpected event: " + frame);
      }
    }
    heard.upserted.removeAll(heard.deleted); // changed on the way, then gone
    return heard;
  }

  private static boolean isAnswer(JsonNode frame) {
    return frame.path("type").asText().equals("subscriptions.updated");
  }
}
