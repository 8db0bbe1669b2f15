package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.ExchangeBuilder;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.Sent;
import dev.fakebeeper.control.journal.SocketEvent;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final Witness witness = new Witness();

  @Test
  void of_many_complaints_the_first_are_told_and_the_rest_are_counted() {
    for (int i = 0; i < 25; i++) {
      witness.note(refused(DiagnosisCode.ROUTE_UNKNOWN, "path " + i));
      witness.note(refused(DiagnosisCode.REQUEST_INVALID, "the same"));
    }

    var conduct = witness.conduct();

    assertThat(conduct.requests()).isEqualTo(50);
    assertThat(conduct.violations()).isEqualTo(25);
    assertThat(conduct.unmatched()).isEqualTo(25);
    assertThat(conduct.complaints()).hasSize(21);
    assertThat(conduct.complaints().get(1)).contains("the same").endsWith("(25 times)");
    assertThat(conduct.complaints().get(20)).startsWith("and 6 more");
  }

  @Test
  void what_the_fake_refuses_by_its_state_is_no_misconduct() {
    witness.note(refused(DiagnosisCode.OPERATION_REFUSED, "no such chat"));
    witness.note(refused(DiagnosisCode.TOKEN_REFUSED, "wrong token"));

    assertThat(witness.conduct()).isEqualTo(new Conduct(2, 0, 0, List.of()));
  }

  @Test
  void a_command_that_the_socket_refuses_is_a_violation() {
    witness.note(frame("ready", ""));
    witness.note(frame("error", ""));
    witness.note(frame("error", "own")); // the test had it sent

    var conduct = witness.conduct();

    assertThat(conduct.violations()).isEqualTo(1);
    assertThat(conduct.complaints())
        .containsExactly("A command on the event socket was refused: {\"type\":\"error\"}");
  }

  private static Entry frame(String type, String remark) {
    var text = "{\"type\":\"%s\"}".formatted(type);
    return new SocketEvent(1, NOON, "default", "socket-1", Kind.SENT, type, 0, text, remark);
  }

  private static Entry refused(DiagnosisCode code, String text) {
    return ExchangeBuilder.builder()
        .at(NOON)
        .world("default")
        .request(ApiRequest.of("GET", "/", null))
        .pathParameters(Map.of())
        .response(ApiResponse.noContent())
        .sent(Sent.WHOLE)
        .origin(Origin.REFUSAL)
        .violations(List.of())
        .warnings(List.of())
        .diagnosis(new Diagnosis(code, text))
        .duration(Duration.ZERO)
        .build();
  }
}
