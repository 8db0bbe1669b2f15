package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --answers examples}: any token, any id, and every operation answers its example. */
class ExamplesModeTest {
  private static final String MULTIPART =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhi\r\n--b--\r\n";

  private static final JsonNode NONE = MissingNode.getInstance();
  private static final Contract CONTRACT = Contract.bundled();
  private static final JsonNode DOCUMENT = Json.parse(CONTRACT.document());

  private static FakeBeeper beeper;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().examples().build());
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  static Collection<Operation> operations() {
    return CONTRACT.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_operation_answers_its_example(Operation operation) throws Exception {
    var answer = send(operation, "whatever-token");

    assertThat(answer.statusCode())
        .as("%s: %s", operation.id(), answer.headers().map())
        .isEqualTo(CONTRACT.example(operation).status())
        .isBetween(200, 299);
    assertThat(answer.headers().firstValue("X-Fake-Beeper-Diagnosis")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_client_that_walks_pages_comes_to_an_end(Operation operation) {
    var body = CONTRACT.example(operation).body();
    var page = body instanceof Body.Fragment fragment ? fragment.value().tree() : NONE;

    assertThat(page.path("hasMore").asBoolean()).isFalse(); // there is no next page to give
  }

  @Test
  void no_token_at_all_is_still_a_401() throws Exception {
    var request = HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/accounts")).build();

    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
  }

  @Test
  void a_request_that_breaks_the_contract_is_still_a_400() throws Exception {
    var request =
        HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/messages/search?limit=many"))
            .header("Authorization", "Bearer whatever");

    assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(400);
  }

  @Test
  void old_forms_of_requests_are_accepted() throws Exception {
    var uri = beeper.baseUri().resolve("/v1/chats/1/messages/2/reactions?reactionKey=%F0%9F%91%8D");
    var request = HttpRequest.newBuilder(uri).DELETE().header("Authorization", "Bearer whatever");

    assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<Void> send(Operation operation, String token) throws Exception {
    var node = node(operation);
    var path = operation.path().replaceAll("\\{[^}]*}", "any-id");
    var uri = URI.create(beeper.baseUri() + path + "?" + requiredQuery(node));
    var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    var body = node.path("requestBody").path("content");
    if (body.has("application/json")) {
      var example =
          CONTRACT.exampleRequestBody(operation).orElse(Json.parse(new byte[] {'{', '}'}));
      request.header("Content-Type", "application/json");
      request.method(operation.method(), BodyPublishers.ofByteArray(Json.bytes(example)));
    } else if (body.has("application/x-www-form-urlencoded")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
      request.method(
          operation.method(),
          BodyPublishers.ofString(form(body.path("application/x-www-form-urlencoded"))));
    } else if (body.has("multipart/form-data")) {
      request.header("Content-Type", "multipart/form-data; boundary=b");
      request.method(operation.method(), BodyPublishers.ofString(MULTIPART));
    } else {
      request.method(operation.method(), BodyPublishers.noBody());
    }
    return client.send(request.build(), BodyHandlers.discarding());
  }

  private static JsonNode node(Operation operation) {
    for (var path : DOCUMENT.path("paths")) {
      for (var node : path) {
        if (node.path("operationId").asText().equals(operation.id())) {
          return node;
        }
      }
    }
    return NONE;
  }

  private static String requiredQuery(JsonNode operation) {
    var pairs = new ArrayList<Map.Entry<String, JsonNode>>();
    for (var declared : operation.path("parameters")) {
      var parameter = declared.has("$ref") ? resolve(declared.path("$ref").asText()) : declared;
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        pairs.add(Map.entry(parameter.path("name").asText(), parameter.path("example")));
      }
    }
    return encode(pairs);
  }

  private static JsonNode resolve(String reference) {
    return DOCUMENT.at(reference.substring(1));
  }

  private static String form(JsonNode mediaType) {
    var example = mediaType.path("examples").elements().next().path("value");
    return encode(List.copyOf(example.properties()));
  }

  private static String encode(List<Map.Entry<String, JsonNode>> pairs) {
    var encoded = new ArrayList<String>();
    for (var pair : pairs) {
      var value = URLEncoder.encode(pair.getValue().asText(), StandardCharsets.UTF_8);
      encoded.add(pair.getKey() + "=" + value);
    }
    return String.join("&", encoded);
  }
}
