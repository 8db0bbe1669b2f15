package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonBody;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactorTest {
  private static final Contract CONTRACT = Contract.bundled();
  private static final byte[] KEY = "one key".getBytes(StandardCharsets.UTF_8);
  private final Redactor redactor = new Redactor(CONTRACT, KEY, RedactionRules.strict());

  static Stream<Operation> operations() {
    return CONTRACT.operations().stream();
  }

  private static RecordedCall call(Operation operation, RecordedAnswer answer) {
    var request =
        new ApiRequest(
            operation.method(),
            operation.path().replaceAll("\\{[^}]*}", "x1"),
            null,
            HttpHeaders.none(),
            new byte[0],
            List.of());
    return new RecordedCall(Duration.ZERO, Duration.ZERO, request, answer);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_good_answer_stays_a_good_answer(Operation operation) {
    var example = CONTRACT.example(operation);
    var tree = JsonBody.tree(example.body());
    if (tree.isEmpty()) {
      assertThat(example.body()).isNotInstanceOf(Body.Json.class);
      return;
    }
    var headers = example.headers().with("Content-Type", "application/json");
    var given = new RecordedAnswer(example.status(), headers, Json.bytes(tree.get()));

    var answer = redactor.redact(call(operation, given)).answer();

    var response =
        new ApiResponse(
            example.status(), answer.headers(), new Body.Json(Json.parse(answer.body())));
    assertThat(CONTRACT.checkResponse(operation, response)).isEmpty();
    redactor.scan().check("answer", answer.body());
  }
}
