package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.stubs.StubAnswer;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the answer of a mapping into one of the pipeline. */
final class StubOutcomes {
  /** What the edge or the engine says by itself. */
  private static final List<String> NOT_OF_THE_ANSWER =
      List.of(
          "Content-Type",
          "Content-Length",
          "Transfer-Encoding",
          "Connection",
          "Matched-Stub-Id",
          "Matched-Stub-Name");

  private StubOutcomes() {}

  static Outcome of(StubAnswer answer, Origin origin) {
    var type = answer.headers().first("Content-Type").orElse("");
    var response =
        new ApiResponse(
            answer.status(),
            answer.headers().without(NOT_OF_THE_ANSWER),
            body(type, answer.body()));
    var outcome = Outcome.of(response, origin);
    return answer.manner().mischief() == null
        ? outcome
        : outcome.withDelivery(FaultDeliveries.EMPTY);
  }

  private static Body body(String type, byte[] bytes) {
    if (bytes.length == 0) {
      return new Body.Empty();
    }
    return text(type, bytes)
        .<Body>map(text -> new Body.Text(type, text))
        .orElseGet(
            () -> new Body.Stream(type, bytes.length, () -> new ByteArrayInputStream(bytes)));
  }

  /** The text that bytes are; empty when their type, or they, say that they are none. */
  private static Optional<String> text(String type, byte[] bytes) {
    var lower = type.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("text/") && !lower.contains("json")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty(); // then it goes out byte for byte, and nobody can check it
    }
  }
}
