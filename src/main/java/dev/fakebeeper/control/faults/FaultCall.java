package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.WorldState;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A call as faults look at it: admitted, and in keeping with the contract.
 *
 * @param operation which operation
 * @param path its path parameters, decoded, by name
 * @param request what the contract made of the request
 */
public record FaultCall(Operation operation, Map<String, String> path, CheckedRequest request) {

  /** Whether path, query or body name a chat; it and they may be ids or local ids. */
  boolean isAboutChat(String wanted, WorldState state) {
    var id = chatId(wanted, state);
    return chats().stream().anyMatch(named -> chatId(named, state).equals(id));
  }

  /** The id behind an id or a local id; what is no chat of the world stays as it is. */
  private static String chatId(String named, WorldState state) {
    return state.findChat(named).map(Chat::id).orElse(named);
  }

  /** Whether path, query or body name an account, or a chat of it. */
  boolean isAboutAccount(String wanted, WorldState state) {
    return named("accountID", "accountIDs").contains(wanted)
        || chats().stream()
            .flatMap(named -> state.findChat(named).stream())
            .anyMatch(chat -> chat.accountId().equals(wanted));
  }

  private Set<String> chats() {
    return named("chatID", "chatIDs");
  }

  JsonNode body() {
    var body = request.body();
    return body == null ? MissingNode.getInstance() : body;
  }

  private Set<String> named(String one, String many) {
    var ids = new LinkedHashSet<String>();
    if (path.containsKey(one)) {
      ids.add(path.get(one));
    }
    ids.addAll(request.parameters().texts(one));
    ids.addAll(request.parameters().texts(many));
    if (body().path(one).isTextual()) {
      ids.add(body().path(one).textValue());
    }
    body().path(many).forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
