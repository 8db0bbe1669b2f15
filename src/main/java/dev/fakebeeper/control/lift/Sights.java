package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a recording showed, entity by entity. Filled by one thread. */
final class Sights {
  /** What a chat is, whatever happens in it. */
  private static final String[] OF_A_CHAT = {
    "localChatID", "accountID", "network", "type", "participants", "capabilities"
  };

  final Sightings accounts = new Sightings("loginID", "bridge", "network", "user");
  final Sightings chats = new Sightings(OF_A_CHAT);
  final Sightings messages = new Sightings();
  final Sightings labels = new Sightings("name");
  final Sightings bridges = new Sightings();
  final Contacts contacts = new Contacts();
  final Assets assets = new Assets();
  final Newness newness;
  private final Notes notes;
  private final Map<String, JsonNode> capabilities = new LinkedHashMap<>();
  private final Map<String, JsonNode> flows = new LinkedHashMap<>();
  private final Map<String, String> localIds = new HashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private @Nullable JsonNode appState;
  private Duration now = Duration.ZERO;

  Sights(Newness newness, Notes notes) {
    this.newness = newness;
    this.notes = notes;
  }

  /** What is seen from here on is seen so long after the start. */
  void at(Duration after) {
    now = after;
  }

  /** The key of a message: ids are unique in their chat only. */
  static String key(String chatId, String messageId) {
    return chatId + '\n' + messageId;
  }

  /** The chat id behind what a client called a chat. */
  String chatId(String idOrLocalId) {
    return localIds.getOrDefault(idOrLocalId, idOrLocalId);
  }

  void account(JsonNode account) {
    if (account instanceof ObjectNode tree && tree.path("accountID").isTextual()) {
      accounts.see(tree.path("accountID").textValue(), tree);
    }
  }

  /** A chat, and its preview, which is its newest message. */
  void chat(JsonNode chat) {
    if (!(chat instanceof ObjectNode tree) || !chat.path("id").isTextual()) {
      return;
    }
    var id = tree.path("id").textValue();
    if (gone.contains(id) || newness.isNewChat(id, chats.has(id), now)) {
      return;
    }
    var local = tree.path("localChatID").asText(id);
    localIds.put(local, id);
    var plain = tree.deepCopy().without(Set.of("preview", "chatID", "status"));
    doubt("chats", id, chats.see(id, (ObjectNode) plain, local));
    moreParticipants(id, tree);
    if (tree.path("preview").isObject()) {
      message(tree.path("preview"));
      newness.lookedAtNewest(id, tree.path("preview"));
    }
  }

  private void moreParticipants(String id, ObjectNode shown) {
    var known = chats.find(id);
    var more = shown.path("participants");
    var items = "items";
    if (known != null && more.path(items).size() > known.path("participants").path(items).size()) {
      known.set("participants", more.deepCopy());
    }
  }

  /** A message. */
  void message(JsonNode message) {
    if (!(message instanceof ObjectNode tree) || !message.path("id").isTextual()) {
      return;
    }
    var chatId = chatId(tree.path("chatID").asText());
    var key = key(chatId, tree.path("id").textValue());
    if (!messages.has(key)) {
      newness.firstSeen(key, tree, now);
    }
    doubt("messages", tree.path("id").textValue(), messages.see(key, tree));
  }

  private void doubt(String what, String id, Set<String> members) {
    for (var member : members) {
      notes.assumed(
          what + " without " + member,
          "They were first shown after a client had changed that; what it was before is not known",
          id);
    }
  }

  /** A chat left or was deleted; who comes back under its id is another. */
  void chatGone(String id) {
    gone.add(id);
  }

  void label(JsonNode label) {
    if (label instanceof ObjectNode tree && tree.path("id").isTextual()) {
      labels.see(tree.path("id").textValue(), tree);
    }
  }

  void bridge(JsonNode bridge) {
    if (bridge instanceof ObjectNode tree && tree.path("id").isTextual()) {
      bridges.see(tree.path("id").textValue(), tree);
    }
  }

  void bridgeCapabilities(String bridgeId, JsonNode shown) {
    capabilities.putIfAbsent(bridgeId, shown);
  }

  void loginFlows(String bridgeId, JsonNode shown) {
    flows.putIfAbsent(bridgeId, shown);
  }

  Map<String, JsonNode> capabilities() {
    return capabilities;
  }

  Map<String, JsonNode> flows() {
    return flows;
  }

  void appState(JsonNode shown) {
    if (appState == null && shown.isObject()) {
      appState = shown;
    }
  }

  @Nullable JsonNode appState() {
    return appState;
  }
}
