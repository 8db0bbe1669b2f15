package dev.fakebeeper.control.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * The text of a frame and what it says.
 *
 * @param text as it went over the wire
 * @param tree missing when it is no JSON object
 */
record FrameText(String text, JsonNode tree) {
  private static final String REQUEST_ID = "requestID";

  static FrameText of(String text) {
    try {
      var tree = Json.mapper().readTree(text);
      return new FrameText(text, tree.isObject() ? tree : MissingNode.getInstance());
    } catch (JsonProcessingException e) {
      return new FrameText(text, MissingNode.getInstance()); // a client may send anything
    }
  }

  String type() {
    return tree.path("type").asText("a frame without a type");
  }

  /** Only events are counted. */
  boolean isEvent() {
    return tree.path("seq").isIntegralNumber();
  }

  JsonNode requestId() {
    return tree.path(REQUEST_ID);
  }

  /** Whether another says the same: the id of a request and the order of chats do not matter. */
  boolean isLike(FrameText other) {
    return tree.isObject() ? meaning().equals(other.meaning()) : text.equals(other.text);
  }

  private JsonNode meaning() {
    if (!(tree instanceof ObjectNode object)) {
      return tree;
    }
    var meaning = object.deepCopy();
    meaning.remove(REQUEST_ID);
    if (meaning.get("chatIDs") instanceof ArrayNode chats) {
      meaning.set("chatIDs", sorted(chats));
    }
    return meaning;
  }

  private static ArrayNode sorted(ArrayNode chats) {
    var ids = new ArrayList<JsonNode>();
    chats.forEach(ids::add);
    ids.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(ids);
  }

  /**
   * The frame as an answer to a command that is said now: a client finds its answers by the id that
   * it gave.
   */
  String answering(FrameText recorded, FrameText now) {
    if (!(tree instanceof ObjectNode object)
        || requestId().isMissingNode()
        || !requestId().equals(recorded.requestId())) {
      return text;
    }
    var answer = object.deepCopy();
    if (now.requestId().isMissingNode()) {
      answer.remove(REQUEST_ID);
    } else {
      answer.set(REQUEST_ID, now.requestId());
    }
    return answer.toString();
  }
}
