package dev.fakebeeper.control.journal;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the developer is told about an exchange, beside what the client gets: what happened, why,
 * how to fix it, and whose fault it is. Header, log, journal and control API say the same.
 *
 * @param code the stable name of the kind of trouble
 * @param blame who must change something
 * @param text sentences for people; any text, made safe for a header by {@link #headerValue()}
 */
public record Diagnosis(DiagnosisCode code, Blame blame, String text) {
  /** The header that carries a diagnosis. */
  public static final String HEADER = "X-Fake-Beeper-Diagnosis";

  /** Longer header values trouble some clients and proxies. */
  private static final int MAX_LENGTH = 1_000;

  /** A diagnosis with the usual blame of its code. */
  public Diagnosis(DiagnosisCode code, String text) {
    this(code, code.blame(), text);
  }

  /** What is wrong with a message, the first findings in full. */
  public static Diagnosis of(DiagnosisCode code, String subject, List<Violation> violations) {
    var listed = violations.stream().map(Violation::describe).collect(Collectors.joining(" | "));
    return new Diagnosis(code, subject + " " + listed);
  }

  /** The same with another to blame. */
  public Diagnosis blaming(Blame other) {
    return new Diagnosis(code, other, text);
  }

  /** The code in brackets, the text, whose fault it is, in one line. */
  public String line() {
    return start() + end();
  }

  private String start() {
    return "[" + code.text() + "] " + text;
  }

  private String end() {
    return " Fault of " + blame.words() + ".";
  }

  /**
   * {@link #line()} in printable ASCII and at most 1,000 characters, as a header needs it; what is
   * cut is the end of the text.
   */
  public String headerValue() {
    var end = end();
    return printable(start(), MAX_LENGTH - end.length()) + end;
  }

  private static String printable(String line, int length) {
    var safe = new StringBuilder(Math.min(line.length(), length));
    for (int i = 0; i < line.length() && safe.length() < length; ) {
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
    if (safe.length() >= length) {
      safe.setLength(length - 3);
      safe.append("...");
    }
    return safe.toString().strip();
  }

  /** The answer with this diagnosis in its header. */
  public ApiResponse on(ApiResponse response) {
    return response.with(HEADER, headerValue());
  }
}
