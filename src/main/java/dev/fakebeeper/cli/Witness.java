package dev.fakebeeper.cli;

import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.SocketEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches what the client under test does: what it asks, what of it breaks the contract, what hits
 * no operation. Remembers the first complaints only, so its memory is bounded. Thread-safe.
 */
final class Witness {
  private static final int MOST_COMPLAINTS = 20;
  private static final Set<DiagnosisCode> VIOLATIONS =
      EnumSet.of(
          DiagnosisCode.REQUEST_INVALID, DiagnosisCode.MULTIPART_BROKEN, DiagnosisCode.HTTP_BROKEN);
  private static final Set<DiagnosisCode> UNMATCHED =
      EnumSet.of(DiagnosisCode.ROUTE_UNKNOWN, DiagnosisCode.METHOD_UNKNOWN);

  private final Map<String, Integer> complaints = new LinkedHashMap<>();
  private int requests;
  private int violations;
  private int unmatched;
  private int untold;

  /** Takes an entry of the journal of any world. */
  synchronized void note(Entry entry) {
    if (entry instanceof Exchange exchange) {
      requests++;
      var diagnosis = exchange.diagnosis();
      if (diagnosis != null) {
        judge(diagnosis);
      }
    } else if (entry instanceof SocketEvent event && isRefusal(event)) {
      violations++;
      complain("A command on the event socket was refused: " + event.text());
    }
  }

  /** The real one is meant, not one that the test makes the fake send. */
  private static boolean isRefusal(SocketEvent event) {
    return event.kind() == SocketEvent.Kind.SENT
        && event.type().equals("error")
        && event.remark().isEmpty();
  }

  private void judge(Diagnosis diagnosis) {
    boolean isViolation = VIOLATIONS.contains(diagnosis.code());
    boolean isUnmatched = UNMATCHED.contains(diagnosis.code());
    violations += isViolation ? 1 : 0;
    unmatched += isUnmatched ? 1 : 0;
    if (isViolation || isUnmatched) {
      complain(diagnosis.line());
    }
  }

  private void complain(String line) {
    if (complaints.size() < MOST_COMPLAINTS || complaints.containsKey(line)) {
      complaints.merge(line, 1, Integer::sum);
    } else {
      untold++;
    }
  }

  /** What was noted so far. */
  synchronized Conduct conduct() {
    return new Conduct(requests, violations, unmatched, lines());
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    complaints.forEach(
        (line, times) -> lines.add(times == 1 ? line : "%s (%d times)".formatted(line, times)));
    if (untold > 0) {
      lines.add("and %d more; --log info tells each when it happens".formatted(untold));
    }
    return List.copyOf(lines);
  }
}
