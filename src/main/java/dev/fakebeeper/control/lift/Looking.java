package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what answers and events show. */
final class Looking {
  private static final String ITEMS = "items";

  private final Sights sights;
  private final Newness newness;

  Looking(Sights sights, Newness newness) {
    this.sights = sights;
    this.newness = newness;
  }

  /** An answer. */
  void answered(Ask ask) {
    var shown = ask.answer();
    switch (ask.operation()) {
      case "getAccounts" -> shown.forEach(sights::account);
      case "getAccount" -> sights.account(shown);
      case "listContacts" -> sights.contacts.listed(ask.path("accountID"), shown.path(ITEMS));
      case "searchContacts" ->
          sights.contacts.found(ask.path("accountID"), ask.query("query"), shown.path(ITEMS));
      case "listLabels" -> shown.forEach(sights::label);
      case "serveAsset" -> serveAsset(ask);
      case "downloadAsset" -> downloadAsset(ask);
      case "uploadAsset", "uploadAssetBase64" ->
          sights.assets.uploaded(shown.path("srcURL").asText());
      case "appSetupRetrieve" -> sights.appState(shown);
      default -> conversation(ask, shown);
    }
  }

  private void conversation(Ask ask, JsonNode shown) {
    switch (ask.operation()) {
      case "listChats" -> listChats(ask, shown);
      case "searchChats" -> shown.path(ITEMS).forEach(this::chat);
      case "getChat" -> getChat(ask, shown);
      case "patchChat", "markChatRead", "markChatUnread", "notifyAnyway" -> chat(shown);
      case "createChat", "startChat" -> openChat(shown);
      case "listMessages" -> listMessages(ask, shown);
      case "getMessage" -> getMessage(ask, shown);
      case "editMessage" -> sights.message(shown);
      case "sendMessage" -> sent(ask, shown);
      case "searchMessages" -> messagesAndChats(shown);
      case "search" -> search(shown.path("results"));
      default -> bridges(ask, shown);
    }
  }

  private void bridges(Ask ask, JsonNode shown) {
    switch (ask.operation()) {
      case "listBridges" -> shown.path(ITEMS).forEach(this::bridge);
      case "getBridge" -> bridge(shown);
      case "getBridgeCapabilities" ->
          ifShown(shown, () -> sights.bridgeCapabilities(ask.path("bridgeID"), shown));
      case "listBridgeLoginFlows" ->
          ifShown(shown, () -> sights.loginFlows(ask.path("bridgeID"), shown.path(ITEMS)));
      default -> {
        // the other operations show nothing that lasts
      }
    }
  }

  private static void ifShown(JsonNode shown, Runnable sight) {
    if (shown.isObject()) {
      sight.run();
    }
  }

  private void bridge(JsonNode bridge) {
    sights.bridge(bridge);
    bridge.path("accounts").forEach(sights::account);
  }

  private void chat(JsonNode chat) {
    sights.chat(chat);
    chat.path("labels").forEach(sights::label);
  }

  private void listChats(Ask ask, JsonNode shown) {
    shown.path(ITEMS).forEach(this::chat);
    var towardsTheEnd = !ask.query("direction").equals("after");
    var everybody = ask.query().keySet().stream().noneMatch(n -> n.startsWith("accountIDs"));
    if (towardsTheEnd && everybody && isFalse(shown.path("hasMore"))) {
      newness.sawWholeInbox();
    }
  }

  private static boolean isFalse(JsonNode flag) {
    return flag.isBoolean() && !flag.booleanValue();
  }

  private void getChat(Ask ask, JsonNode shown) {
    var id = sights.chatId(ask.path("chatID"));
    if (ask.status() == 404 && !sights.chats.has(id)) {
      newness.wasNotThere(id);
    }
    chat(shown);
  }

  /** Older builds do not say whether the chat was there: one without activity was not. */
  private void openChat(JsonNode shown) {
    var id = shown.path("id").asText();
    var made = shown.path("status").asText(shown.hasNonNull("lastActivity") ? "" : "created");
    if (made.equals("created") && !sights.chats.has(id)) {
      newness.made(id);
    }
    chat(shown);
  }

  private void listMessages(Ask ask, JsonNode shown) {
    var items = shown.path(ITEMS);
    items.forEach(sights::message);
    if (!ask.query("cursor").isEmpty() || !items.isArray()) {
      return;
    }
    var chatId = sights.chatId(ask.path("chatID"));
    if (items.isEmpty()) {
      newness.lookedAtNothing(chatId);
    } else {
      newness.lookedAtNewest(chatId, items.get(0));
    }
  }

  /** Whoever asks by the pending id of a send learns the final one. */
  private void getMessage(Ask ask, JsonNode shown) {
    var chatId = sights.chatId(ask.path("chatID"));
    if (shown.isObject() && newness.isSent(Sights.key(chatId, ask.path("messageID")))) {
      newness.sent(chatId, shown.path("id").asText());
    }
    sights.message(shown);
  }

  private void sent(Ask ask, JsonNode shown) {
    var chatId = sights.chatId(shown.path("chatID").asText(ask.path("chatID")));
    newness.sent(chatId, shown.path("pendingMessageID").asText());
  }

  private void messagesAndChats(JsonNode shown) {
    shown.path("chats").forEach(this::chat);
    shown.path(ITEMS).forEach(sights::message);
  }

  private void search(JsonNode results) {
    results.path("chats").forEach(this::chat);
    results.path("in_groups").forEach(this::chat);
    messagesAndChats(results.path("messages"));
  }

  private void serveAsset(Ask ask) {
    if (ask.call().request().method().equals("GET")) {
      sights.assets.served(ask.query("url"), ask.call().answer());
    }
  }

  private void downloadAsset(Ask ask) {
    if (ask.answer().path("srcURL").isTextual()) {
      sights.assets.downloaded(ask.body().path("url").asText());
    }
  }

  /** An event: what it shows is seen, and what it names is no longer as it was. */
  void heard(JsonNode event) {
    var chatId = event.path("chatID").asText();
    switch (event.path("type").asText()) {
      case "chat.upserted" -> sights.chats.touch(chatId);
      case "chat.deleted" -> sights.chatGone(chatId);
      case "message.upserted" -> upserted(chatId, event);
      case "message.deleted" ->
          event.path("ids").forEach(id -> sights.messages.touch(Sights.key(chatId, id.asText())));
      case "app.state.updated" -> sights.appState(event.path("appState"));
      default -> {
        // ready, subscriptions and errors show nothing of the world
      }
    }
  }

  private void upserted(String chatId, JsonNode event) {
    event.path("entries").forEach(sights::message);
    event.path("ids").forEach(id -> sights.messages.touch(Sights.key(chatId, id.asText())));
  }
}
