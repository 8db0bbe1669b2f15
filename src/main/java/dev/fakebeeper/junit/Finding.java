package dev.fakebeeper.junit;

import dev.fakebeeper.control.faults.PlannedFault;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Incident;
import dev.fakebeeper.control.journal.SocketEvent;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import dev.fakebeeper.control.scenarios.ScenarioFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a good test would not have seen.
 *
 * @param check which looked for it
 * @param names by which it can be allowed, the most special last
 * @param text what happened, why, and how to fix it
 */
record Finding(Check check, List<String> names, String text) {
  private static final Set<DiagnosisCode> BROKEN =
      EnumSet.of(
          DiagnosisCode.REQUEST_INVALID,
          DiagnosisCode.MULTIPART_BROKEN,
          DiagnosisCode.HTTP_BROKEN,
          DiagnosisCode.RESPONSE_INVALID,
          DiagnosisCode.STUB_INVALID,
          DiagnosisCode.STUB_FAILED,
          DiagnosisCode.INTERNAL_ERROR);

  /** The operationId of the event socket. */
  private static final String SOCKET = "webSocket";

  private static final Set<DiagnosisCode> ASTRAY =
      EnumSet.of(
          DiagnosisCode.ROUTE_UNKNOWN, DiagnosisCode.METHOD_UNKNOWN, DiagnosisCode.REPLAY_UNKNOWN);

  /** Copies the list. */
  Finding {
    names = List.copyOf(names);
  }

  /** What an entry of a journal gives to complain of. */
  static Optional<Finding> in(Entry entry) {
    if (entry instanceof Exchange exchange) {
      return in(exchange);
    }
    if (entry instanceof Incident incident) {
      return in(incident);
    }
    return entry instanceof SocketEvent event ? in(event) : Optional.empty();
  }

  /** A command that a recording does not know; what a scenario could not do is asked of that. */
  private static Optional<Finding> in(Incident incident) {
    return incident.source().equals(dev.fakebeeper.control.replay.Replay.SOURCE)
        ? Optional.of(
            new Finding(
                Check.ROUTES,
                List.of(DiagnosisCode.REPLAY_UNKNOWN.text(), SOCKET),
                incident.text()))
        : Optional.empty();
  }

  /** A command that the socket answers with an error breaks the contract as a request would. */
  private static Optional<Finding> in(SocketEvent event) {
    var refused =
        event.kind() == Kind.SENT && event.type().equals("error") && event.remark().isEmpty();
    return refused
        ? Optional.of(
            new Finding(
                Check.CONTRACT,
                List.of(SOCKET),
                "The event socket refused a command of the client: %s. Send what GET /v1/ws documents."
                    .formatted(event.text())))
        : Optional.empty();
  }

  private static Optional<Finding> in(Exchange exchange) {
    var diagnosis = exchange.diagnosis();
    if (diagnosis == null) {
      return Optional.empty();
    }
    var code = diagnosis.code();
    if (!BROKEN.contains(code) && !ASTRAY.contains(code)) {
      return Optional.empty();
    }
    var names =
        Stream.concat(Stream.of(code.text()), Stream.ofNullable(exchange.operationId())).toList();
    var check = ASTRAY.contains(code) ? Check.ROUTES : Check.CONTRACT;
    return exchange.told().map(text -> new Finding(check, names, text));
  }

  static Finding of(PlannedFault idle) {
    return new Finding(
        Check.FAULTS,
        List.of(idle.name()),
        "The fault %s. Let the client make the call that it waits for, or take it out of the test."
            .formatted(idle));
  }

  static Finding of(ScenarioFailure failure) {
    return new Finding(Check.SCENARIOS, List.of(failure.scenario()), failure.describe());
  }

  /** How to allow it, as it stands in code. */
  String permission() {
    return names.stream()
        .map(name -> "@AllowViolations(\"" + name + "\")")
        .collect(Collectors.joining(" or "));
  }
}
