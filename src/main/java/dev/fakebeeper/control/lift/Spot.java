package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where in an answer a comparison is.
 *
 * @param pointer from the root
 * @param member the name of the nearest member
 * @param chat the chat around it, empty for none
 * @param message the message around it, empty for none
 */
record Spot(String pointer, String member, String chat, String message) {
  static final Spot ROOT = new Spot("", "", "", "");

  Spot at(String name) {
    var escaped = name.replace("~", "~0").replace("/", "~1");
    return new Spot(pointer + "/" + escaped, name, chat, message);
  }

  Spot at(int index) {
    return new Spot(pointer + "/" + index, member, chat, message);
  }

  /** Inside of a value that stands here, which may be a chat or a message. */
  Spot inside(JsonNode value) {
    var isMessage = value.path("sortKey").isTextual();
    var isChat = value.path("participants").isObject();
    return new Spot(
        pointer,
        member,
        value.path(isChat ? "id" : "chatID").asText(chat),
        isMessage ? value.path("id").asText() : message);
  }
}
