package dev.fakebeeper.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.List;

/**
 * Calls operations as the pipeline does, without HTTP: requests are routed and checked by the
 * contract, and every answer is held against it.
 */
final class Caller {
  private final World world;
  private final Contract contract;
  private final OperationRegistry operations;

  Caller(World world, MediaFolder media) {
    this(world, media, OperationsSettings.defaults());
  }

  Caller(World world, MediaFolder media, OperationsSettings settings) {
    this(world, Contract.bundled(), Operations.of(settings, Contract.bundled(), media));
  }

  Caller(World world, Contract contract, OperationRegistry operations) {
    this.world = world;
    this.contract = contract;
    this.operations = operations;
  }

  /** Text as a path segment or query value. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  ApiResponse get(String pathAndQuery, String... headers) {
    return call("GET", pathAndQuery, headers(headers), new byte[0], List.of());
  }

  ApiResponse head(String pathAndQuery, String... headers) {
    return call("HEAD", pathAndQuery, headers(headers), new byte[0], List.of());
  }

  ApiResponse delete(String pathAndQuery) {
    return call("DELETE", pathAndQuery, HttpHeaders.none(), new byte[0], List.of());
  }

  /** A call with a JSON body, in which single quotes stand for double ones. */
  ApiResponse send(String method, String path, String json) {
    var type = headers("Content-Type", "application/json");
    return call(method, path, type, json.replace('\'', '"').getBytes(UTF_8), List.of());
  }

  ApiResponse post(String path, String json) {
    return send("POST", path, json);
  }

  ApiResponse multipart(String path, BodyPart... parts) {
    var type = headers("Content-Type", "multipart/form-data; boundary=x");
    return call("POST", path, type, new byte[0], List.of(parts));
  }

  static HttpHeaders headers(String... namesAndValues) {
    var headers = HttpHeaders.none();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  ApiResponse call(
      String method, String pathAndQuery, HttpHeaders headers, byte[] body, List<BodyPart> parts) {
    var split = pathAndQuery.split("\\?", 2);
    var query = split.length == 2 ? split[1] : null;
    var request = new ApiRequest(method, split[0], query, headers, body, parts);
    var routing = contract.route(method, split[0]);
    return routing instanceof Routing.Found found
        ? call(found, request)
        : ApiError.unknownRoute(method, split[0]).toResponse();
  }

  private ApiResponse call(Routing.Found found, ApiRequest request) {
    var checked = contract.checkRequest(found.operation(), found.pathParameters(), request);
    var answer =
        checked.isValid()
            ? answer(found, request, checked)
            : ApiError.validation(400, checked.violations()).toResponse();
    assertThat(contract.checkResponse(found.operation(), answer)).isEmpty();
    return answer;
  }

  private ApiResponse answer(Routing.Found found, ApiRequest request, CheckedRequest checked) {
    return operations.answer(
        new Call(
            found.operation(),
            checked,
            request,
            new Session(world, null),
            "http://127.0.0.1:23373"));
  }

  /** The JSON of an answer, missing when it has no body. */
  static JsonNode json(ApiResponse response) {
    var body = response.body();
    if (body instanceof Body.Json json) {
      return json.tree();
    }
    if (body instanceof Body.Fragment fragment) {
      return fragment.value().tree();
    }
    if (body instanceof Body.Page page) {
      var tree = JsonNodeFactory.instance.objectNode();
      tree.set("items", array(page.items()));
      return Json.parse(Json.bytes(tree.setAll(page.rest())));
    }
    return body instanceof Body.Items items ? array(items.items()) : MissingNode.getInstance();
  }

  private static ArrayNode array(List<JsonFragment> items) {
    return JsonNodeFactory.instance
        .arrayNode()
        .addAll(items.stream().map(JsonFragment::tree).toList());
  }

  /** The bytes of an answer as text. */
  static String text(ApiResponse response) {
    assertThat(response.body()).isInstanceOf(Body.Stream.class);
    try (var in = ((Body.Stream) response.body()).source().open()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
