package dev.fakebeeper.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void the_code_stands_first_and_who_is_to_blame_last() {
    assertThat(header("All is lost."))
        .isEqualTo("[FB-INTERNAL-ERROR] All is lost. Fault of fake-beeper.");
  }

  @Test
  void the_client_is_to_blame_unless_somebody_knows_better() {
    var diagnosis = new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, "No such path.");

    assertThat(diagnosis.line()).isEqualTo("[FB-ROUTE-UNKNOWN] No such path. Fault of the client.");
    assertThat(diagnosis.blaming(Blame.STUB).line())
        .isEqualTo("[FB-ROUTE-UNKNOWN] No such path. Fault of a stub mapping.");
  }

  @Test
  void a_header_has_one_line() {
    assertThat(header("one\r\nSet-Cookie: two\tthree"))
        .isEqualTo("[FB-INTERNAL-ERROR] one  Set-Cookie: two three Fault of fake-beeper.");
  }

  @Test
  void a_header_is_ascii() {
    assertThat(header("a ☕ and 👍 and \u0000"))
        .isEqualTo(
            "[FB-INTERNAL-ERROR] a \\u{2615} and \\u{1f44d} and \\u{0} Fault of fake-beeper.");
  }

  @Test
  void a_header_has_a_bounded_length() {
    assertThat(header("☕".repeat(5_000))).hasSize(1_000).endsWith("... Fault of fake-beeper.");
  }

  private static String header(String text) {
    return new Diagnosis(DiagnosisCode.INTERNAL_ERROR, text).headerValue();
  }
}
