package dev.fakebeeper.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void the_code_stands_first_in_brackets() {
    assertThat(header("all is lost")).isEqualTo("[FB-INTERNAL-ERROR] all is lost");
  }

  @Test
  void a_header_has_one_line() {
    assertThat(header("one\r\nSet-Cookie: two\tthree"))
        .isEqualTo("[FB-INTERNAL-ERROR] one  Set-Cookie: two three");
  }

  @Test
  void a_header_is_ascii() {
    assertThat(header("a ☕ and 👍 and \u0000"))
        .isEqualTo("[FB-INTERNAL-ERROR] a \\u{2615} and \\u{1f44d} and \\u{0}");
  }

  @Test
  void a_header_has_a_bounded_length() {
    assertThat(header("☕".repeat(5_000))).hasSize(1_000).endsWith("...");
  }

  private static String header(String text) {
    return new Diagnosis(DiagnosisCode.INTERNAL_ERROR, text).headerValue();
  }
}
