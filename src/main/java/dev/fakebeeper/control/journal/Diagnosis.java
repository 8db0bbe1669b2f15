package dev.fakebeeper.control.journal;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the developer is told about an exchange, beside what the client gets: what happened, why,
 * and how to fix it.
 *
 * @param code the stable name of the kind of trouble
 * @param text sentences for people; any text, made safe for a header by {@link #headerValue()}
 */
public record Diagnosis(DiagnosisCode code, String text) {
  /** The header that carries a diagnosis. */
  public static final String HEADER = "X-Fake-Beeper-Diagnosis";

  /** Longer header values trouble some clients and proxies. */
  private static final int MAX_LENGTH = 1_000;

  /** What is wrong with a message, the first findings in full. */
  public static Diagnosis of(DiagnosisCode code, String subject, List<Violation> violations) {
    var listed = violations.stream().map(Violation::describe).collect(Collectors.joining(" | "));
    return new Diagnosis(code, subject + " " + listed);
  }

  /** The code in brackets, then the text, in one line. */
  public String line() {
    return "[" + code.text() + "] " + text;
  }

  /** {@link #line()} in printable ASCII and at most 1,000 characters, as a header needs it. */
  public String headerValue() {
    var line = line();
    var safe = new StringBuilder(Math.min(line.length(), MAX_LENGTH));
    for (int i = 0; i < line.length() && safe.length() < MAX_LENGTH; ) {
      int point = line.codePointAt(i);
      if (point >= ' ' && point <= '~') {
        safe.append((char) point);
      } else if (Character.isWhitespace(point)) {
        safe.append(' ');
      } else {
        safe.append("\\u{").append(Integer.toHexString(point)).append('}');
      }
      i += Character.charCount(point);
    }
    if (safe.length() >= MAX_LENGTH) {
      safe.setLength(MAX_LENGTH - 3);
      safe.append("...");
    }
    return safe.toString().strip();
  }

  /** The answer with this diagnosis in its header. */
  public ApiResponse on(ApiResponse response) {
    return response.with(HEADER, headerValue());
  }
}
