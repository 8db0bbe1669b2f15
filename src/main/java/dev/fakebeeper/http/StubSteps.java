package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.http.StubDeliveries.Holder;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.stubs.Manner;
import dev.fakebeeper.stubs.StubAnswer;
import dev.fakebeeper.stubs.WorldStubs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers calls from stub mappings, in place of the operation. What a mapping answers is held
 * against the contract here, unless it says that it breaks it on purpose. Thread-safe.
 */
final class StubSteps {
  private static final Logger LOG = LoggerFactory.getLogger(StubSteps.class);

  private final Contract contract;
  private final StubOverlay overlay;
  private final StubDeliveries deliveries;

  StubSteps(Contract contract, StubOverlay overlay, HoldingRoom room) {
    this.contract = contract;
    this.overlay = overlay;
    this.deliveries = new StubDeliveries(room);
  }

  /**
   * A request that may be stubbed.
   *
   * @param operation null for one that is none of the contract's
   */
  record Asked(ApiRequest request, String baseUrl, @Nullable Operation operation, FakeWorld world) {
    /** What people call it. */
    String name() {
      return operation == null ? request.method() + " " + request.rawPath() : operation.id();
    }
  }

  /** The answer of a mapping; empty when none matches. */
  Optional<Outcome> answer(Asked asked) {
    var stubs = overlay.find(asked.world().name()).filter(some -> !some.isEmpty());
    return stubs.isEmpty() ? Optional.empty() : answer(asked, stubs.get());
  }

  private Optional<Outcome> answer(Asked asked, WorldStubs stubs) {
    try {
      return stubs
          .answer(asked.request(), asked.baseUrl())
          .flatMap(answer -> checked(asked, answer));
    } catch (RuntimeException e) {
      return Optional.of(failed(asked, e));
    }
  }

  /** A call outside the contract is answered only by a mapping that knows that it is outside. */
  private Optional<Outcome> checked(Asked asked, StubAnswer answer) {
    var operation = asked.operation();
    if (operation == null) {
      return mayBreak(answer) ? Optional.of(sent(asked, answer, "")) : Optional.empty();
    }
    var mischief = answer.manner().mischief();
    var violations =
        mischief == null
            ? contract.checkResponse(operation, answer.response())
            : List.<Violation>of();
    if (violations.isEmpty()) {
      return Optional.of(sent(asked, answer, ""));
    }
    return Optional.of(
        mayBreak(answer)
            ? sent(asked, answer, " Outside the contract, on purpose: " + told(violations))
            : broken(asked, answer, violations));
  }

  private static boolean mayBreak(StubAnswer answer) {
    return answer.mapping() != null && answer.mapping().breaksContract();
  }

  private static String name(StubAnswer answer) {
    return answer.mapping() == null ? "" : answer.mapping().name();
  }

  private static String told(List<Violation> violations) {
    var first = violations.get(0);
    return "%s %s: expected %s, got %s."
        .formatted(first.where(), first.pointer(), first.expected(), first.got());
  }

  private Outcome sent(Asked asked, StubAnswer answer, String remark) {
    var manner = answer.manner();
    if (manner.delay().isZero()) {
      return outcome(asked, answer, remark);
    }
    var end = deliveries.await(manner, holder(asked, answer), asked.name());
    if (end.isEmpty()) {
      return outcome(asked, answer, remark + HoldingRoom.refusal());
    }
    return end.get() == Release.DUE
        ? outcome(asked, answer, remark)
        : outcome(asked, answer, remark + " The connection was closed before it was due.")
            .withDelivery(FaultDeliveries.EMPTY);
  }

  private static Holder holder(Asked asked, StubAnswer answer) {
    return new Holder(asked.world(), "the stub mapping " + name(answer));
  }

  private Outcome outcome(Asked asked, StubAnswer answer, String remark) {
    var mischief = answer.manner().mischief();
    var response = mischief == null ? answer.response() : StubDeliveries.seen(mischief, answer);
    var outcome =
        Outcome.of(response, Origin.STUB)
            .withDelivery(deliveries.of(answer.manner(), holder(asked, answer)));
    if (remark.isEmpty() && mischief == null && response.status() < 400) {
      return outcome;
    }
    var text =
        "%s: the stub mapping \"%s\" %s.%s"
            .formatted(asked.name(), name(answer), did(mischief, response), remark);
    return explained(outcome, new Diagnosis(DiagnosisCode.STUB_ANSWERED, text));
  }

  private static String did(Manner.@Nullable Mischief mischief, ApiResponse response) {
    return mischief == null ? "answered " + response.status() : "made the fault " + mischief;
  }

  private static Outcome explained(Outcome outcome, Diagnosis diagnosis) {
    LOG.info(diagnosis.headerValue());
    return outcome.explained(diagnosis);
  }

  private static Outcome broken(Asked asked, StubAnswer answer, List<Violation> violations) {
    var subject =
        "The answer of the stub mapping \"%s\" to %s breaks the contract. Correct the mapping, or say \"metadata\": {\"fakeBeeper\": {\"breaksContract\": true}} in it when it is meant so."
            .formatted(name(answer), asked.name());
    var diagnosis = Diagnosis.of(DiagnosisCode.STUB_INVALID, subject, violations);
    return refused(diagnosis).withViolations(violations);
  }

  private static Outcome failed(Asked asked, RuntimeException failure) {
    var text =
        "The stub mappings could not answer %s: %s. Look at the templates, files and proxied servers of the mappings that match it."
            .formatted(asked.name(), failure.getMessage());
    LOG.debug("the stub engine failed", failure);
    return refused(new Diagnosis(DiagnosisCode.STUB_FAILED, text));
  }

  private static Outcome refused(Diagnosis diagnosis) {
    LOG.error(diagnosis.headerValue());
    var body = ApiError.internal(diagnosis.text()).toResponse();
    return Outcome.refusal(body, diagnosis).withOrigin(Origin.STUB);
  }
}
