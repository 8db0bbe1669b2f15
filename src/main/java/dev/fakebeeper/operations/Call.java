package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Parameters;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldState;

/**
 * One call of an operation: admitted and checked against the contract.
 *
 * @param operation which
 * @param request what the contract made of it: typed parameters and the parsed body
 * @param raw the request as it came, for headers
 * @param session whose world
 * @param baseUrl the URL under which the caller reached the server, without a slash at the end
 */
public record Call(
    Operation operation, CheckedRequest request, ApiRequest raw, Session session, String baseUrl) {

  World world() {
    return session.world();
  }

  /** The present state; two calls may give two states. */
  WorldState state() {
    return session.world().read();
  }

  Parameters parameters() {
    return request.parameters();
  }

  /** The JSON body, a missing node when there is none. */
  JsonNode body() {
    var body = request.body();
    return body == null ? MissingNode.getInstance() : body;
  }
}
