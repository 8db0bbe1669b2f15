package dev.fakebeeper.control.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Operation;
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

  /** The chats that path, query or body name, by id or local id. */
  Set<String> chats() {
    return named("chatID", "chatIDs");
  }

  /** The accounts that path, query or body name. */
  Set<String> accounts() {
    return named("accountID", "accountIDs");
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
