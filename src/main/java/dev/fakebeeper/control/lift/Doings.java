package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Notes what a client's calls change, from the moment they come in. */
final class Doings {
  private static final String[] READING = {
    "unreadCount", "unreadMentionsCount", "lastReadMessageSortKey", "isMarkedUnread"
  };

  private final Sights sights;

  Doings(Sights sights) {
    this.sights = sights;
  }

  /** A call came in. */
  void asked(Ask ask) {
    var chat = sights.chatId(ask.path("chatID"));
    switch (ask.operation()) {
      case "patchChat" -> sights.chats.touch(chat, members(ask.body()));
      case "archiveChat" -> sights.chats.touch(chat, "isArchived");
      case "markChatRead" -> sights.chats.touch(chat, "isMarkedUnread");
      case "markChatUnread" -> sights.chats.touch(chat, READING);
      case "setChatReminder", "clearChatReminder" -> sights.chats.touch(chat, "reminder");
      case "sendMessage" -> sights.chats.touch(chat, "lastActivity");
      case "notifyAnyway" -> sights.chats.touch(chat);
      case "focusApp" ->
          sights.chats.touch(sights.chatId(ask.body().path("chatID").asText()), "draft");
      default -> message(ask, chat);
    }
  }

  private void message(Ask ask, String chat) {
    var key = Sights.key(chat, ask.path("messageID"));
    switch (ask.operation()) {
      case "editMessage" -> sights.messages.touch(key, "editedTimestamp");
      case "deleteMessage" -> sights.messages.touch(key, "isDeleted");
      case "addReaction", "removeReaction" -> sights.messages.touch(key, "reactions");
      default -> {
        // the other calls change nothing that a client sees
      }
    }
  }

  private static String[] members(JsonNode patch) {
    List<String> names = new ArrayList<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names.toArray(String[]::new);
  }
}
