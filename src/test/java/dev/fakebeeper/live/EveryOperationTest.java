package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation at every preset, over real HTTP in a lived-in world. What a build has succeeds as
 * its contract says (the server checks each answer against the contract of the preset, and answers
 * 500 otherwise); what it does not have yet is a 404 that tells since when it exists.
 */
class EveryOperationTest {
  private static final Contract NEWEST = Contract.bundled();

  @Test
  void no_operation_is_left_out() {
    assertThat(EveryCall.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            NEWEST.operations().stream().map(Operation::id).toList());
  }

  @TestFactory
  Stream<DynamicContainer> answers_at_each_preset_as_the_build_did() {
    return ApiVersion.presets().stream().map(EveryOperationTest::preset);
  }

  private static DynamicContainer preset(ApiVersion version) {
    var config = FakeBeeperConfig.forTests().toBuilder().apiVersion(version.toString()).build();
    var beeper = FakeBeeper.start(config);
    var tests =
        NEWEST.operations().stream()
            .map(
                operation ->
                    DynamicTest.dynamicTest(
                        operation.id(), () -> visit(beeper, version, operation)));
    var socket = DynamicTest.dynamicTest("socket", () -> socket(beeper, version));
    return DynamicContainer.dynamicContainer(
        version.toString(), Stream.concat(tests, Stream.of(socket)).onClose(beeper::close));
  }

  private static void visit(FakeBeeper beeper, ApiVersion version, Operation operation) {
    try (var visitor = new Visitor(beeper)) {
      if (NEWEST.at(version).find(operation.id()).isPresent()) {
        succeeds(version, operation, EveryCall.all().get(operation.id()).apply(visitor));
      } else {
        isMissing(version, operation, visitor);
      }
    }
  }

  private static void socket(FakeBeeper beeper, ApiVersion version) {
    if (NEWEST.at(version).webSocket().isEmpty()) {
      assertThat(SocketClient.refusal(beeper, beeper.token())).isEqualTo(404);
      return;
    }
    try (var socket = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
      beeper.world().others().readElsewhere(beeper.world().inbox().chat("Lisbon in October").id());
      assertThat(socket.next().path("type").asText()).isEqualTo("chat.upserted");
    }
  }

  private static void succeeds(
      ApiVersion version, Operation operation, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(successes(version, operation));
    assertThat(answer.headers().firstValue("X-Beeper-Desktop-Version"))
        .hasValue(version.toString());
    assertThat(answer.headers().firstValue("X-Fake-Beeper-Diagnosis")).isEmpty();
    if (answer.statusCode() == 204) {
      assertThat(answer.body()).isEmpty();
    }
  }

  /** The statuses below 400 that the document of the preset has for an operation. */
  private static List<Integer> successes(ApiVersion version, Operation operation) {
    var document = Json.parse(NEWEST.at(version).document());
    JsonNode responses =
        document
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("responses");
    return StreamSupport.stream(((Iterable<String>) responses::fieldNames).spliterator(), false)
        .map(Integer::parseInt)
        .filter(status -> status < 400)
        .toList();
  }

  private static void isMissing(ApiVersion version, Operation operation, Visitor visitor) {
    var path = operation.path().replaceAll("\\{[^/]*}", "x");
    var answer = visitor.call(operation.method(), path, "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Visitor.parsed(answer).path("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(Visitor.parsed(answer).path("message").asText())
        .isEqualTo("Route %s:%s not found", operation.method(), path);
    assertThat(answer.headers().firstValue("X-Fake-Beeper-Diagnosis").orElse(""))
        .startsWith("[FB-ROUTE-UNKNOWN]")
        .contains(
            "%s, which exists since %s, and this fake is %s"
                .formatted(operation.id(), operation.since(), version));
  }
}
