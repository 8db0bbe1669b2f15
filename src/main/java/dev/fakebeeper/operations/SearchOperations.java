package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.world.ChatQuery;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessagePlace;
import dev.fakebeeper.world.MessageQuery;
import dev.fakebeeper.world.Words;
import dev.fakebeeper.world.WorldState;
import dev.fakebeeper.world.json.ChatJson;
import java.util.Iterator;
import java.util.TreeSet;

/** Searching messages, and everything at once. Thread-safe: all state is in the world. */
final class SearchOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The size of both sections of chats (inferred). */
  private static final int SECTION = 30;

  /** The documented limit of a message search, which is its default too. */
  private static final int FOUND_MESSAGES = 20;

  private final Shown shown;
  private final MessageSearch search;

  SearchOperations(Shown shown, OperationsSettings settings) {
    this.shown = shown;
    this.search = new MessageSearch(settings.wordMatch());
  }

  /** The messages that pass every filter, newest first, with the chats they are in. */
  ApiResponse messages(Call call) {
    var state = call.state();
    var query = search.query(call.parameters());
    var direction = Direction.of(call.parameters());
    var walk =
        call.parameters()
            .text("cursor")
            .map(Cursor::foundMessage)
            .map(place -> walk(query, state, place, direction))
            .orElseGet(() -> query.olderThan(state, null, MatrixHtml::visibleText));
    var limit = call.parameters().integer("limit").orElse(FOUND_MESSAGES);
    var page = Slice.of(walk, direction, limit);
    var items =
        page.items().stream()
            .map(m -> shown.message(state, state.requireChat(m.chatId()), m))
            .toList();
    return ApiResponse.ok(new Body.Page(items, rest(state, page)));
  }

  private static Iterator<Message> walk(
      MessageQuery query, WorldState state, MessagePlace place, Direction direction) {
    return direction == Direction.AFTER
        ? query.newerThan(state, place, MatrixHtml::visibleText)
        : query.olderThan(state, place, MatrixHtml::visibleText);
  }

  private ObjectNode rest(WorldState state, Slice<Message> page) {
    var rest = page.rest(message -> Cursor.ofFoundMessage(MessagePlace.of(message)));
    var chats = rest.putObject("chats");
    var ids = new TreeSet<String>();
    page.items().forEach(message -> ids.add(message.chatId()));
    for (var id : ids) {
      var chat = state.requireChat(id);
      chats.set(id, shown.chatTree(state, chat, ChatJson.PARTICIPANTS_IN_LISTS));
    }
    return rest;
  }

  /**
   * Chats by title or network, groups by a member, and the first page of the message search; one
   * goes on with the two searches (documented).
   */
  ApiResponse everything(Call call) {
    var state = call.state();
    var query = call.parameters().text("query").orElse("");
    var chats = ChatQuery.ALL.withWords(Words.of(query, Words.Match.SUBSTRING));
    var groups = chats.withScope(ChatQuery.Scope.PARTICIPANTS).withType(ChatType.GROUP);
    var answer = JSON.objectNode();
    var results = answer.putObject("results");
    results.set("chats", section(state, chats));
    results.set("in_groups", section(state, groups));
    results.set("messages", firstMessages(state, search.query(query)));
    return ApiResponse.ok(answer);
  }

  private ArrayNode section(WorldState state, ChatQuery query) {
    var found = Slice.of(query.newestFirst(state), Direction.BEFORE, SECTION).items();
    var section = JSON.arrayNode(found.size());
    found.forEach(chat -> section.add(shown.chatTree(state, chat, ChatJson.PARTICIPANTS_IN_LISTS)));
    return section;
  }

  private ObjectNode firstMessages(WorldState state, MessageQuery query) {
    var walk = query.olderThan(state, null, MatrixHtml::visibleText);
    var page = Slice.of(walk, Direction.BEFORE, FOUND_MESSAGES);
    var node = JSON.objectNode();
    var items = node.putArray("items");
    page.items()
        .forEach(m -> items.add(shown.messageTree(state, state.requireChat(m.chatId()), m)));
    node.setAll(rest(state, page));
    return node;
  }
}
