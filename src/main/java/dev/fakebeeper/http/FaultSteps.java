package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.faults.FaultEffect;
import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.faults.Point;
import dev.fakebeeper.control.faults.RawAnswer;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.control.faults.TakenFault;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.Sent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a planned fault have its way with the answer to one call. The world and the operation know
 * nothing of it. Thread-safe.
 */
final class FaultSteps {
  private static final Logger LOG = LoggerFactory.getLogger(FaultSteps.class);

  private final Contract contract;
  private final Refusals refusals;
  private final HoldingRoom room;
  private final FaultDeliveries deliveries;

  FaultSteps(Contract contract, Refusals refusals, HoldingRoom room) {
    this.contract = contract;
    this.refusals = refusals;
    this.room = room;
    this.deliveries = new FaultDeliveries(room);
  }

  /**
   * A call that a fault has taken.
   *
   * @param faults those of the world
   * @param operation performs it; called at most once
   */
  private record Struck(TakenFault fault, Faults faults, Supplier<Outcome> operation) {
    /** The operation's answer, or none if it is not performed. */
    Outcome performedAt(Point point) {
      return point == Point.AFTER_COMMIT
          ? operation.get()
          : Outcome.of(ApiResponse.none(), Origin.FAULT);
    }
  }

  /** What an outcome is, and what there is to add to the description of the fault. */
  private record Result(Outcome outcome, String remark) {}

  /** What becomes of a call that a fault has taken. */
  Outcome answer(TakenFault fault, Faults faults, Supplier<Outcome> operation) {
    var result = result(new Struck(fault, faults, operation));
    var outcome = result.outcome();
    var own = outcome.diagnosis();
    var text = fault.describe() + result.remark() + (own == null ? "" : " " + own.line());
    var diagnosis = new Diagnosis(DiagnosisCode.FAULT_PLANNED, text);
    LOG.info(diagnosis.headerValue());
    return outcome.explained(diagnosis).withFault(fault.name());
  }

  private Result result(Struck struck) {
    var effect = struck.fault().effect();
    if (effect instanceof FaultEffect.Replacing replacing) {
      return replaced(struck, replacing);
    }
    if (effect instanceof FaultEffect.Cutting cutting) {
      var outcome = struck.performedAt(cutting.point());
      return new Result(outcome.keptBack(FaultDeliveries.cut(cutting)), "");
    }
    if (effect instanceof FaultEffect.Hang hang) {
      var outcome = struck.performedAt(hang.point());
      var delivery = deliveries.hanging(struck.faults(), struck.fault());
      return new Result(outcome.keptBack(delivery), "");
    }
    if (effect instanceof FaultEffect.Delay delay) {
      return delayed(struck, delay);
    }
    if (effect instanceof FaultEffect.Altering altering) {
      return altered(struck, altering);
    }
    return spoiled(struck);
  }

  private Result spoiled(Struck struck) {
    var outcome = struck.operation().get();
    if (outcome.response().body() instanceof Body.Empty) {
      return new Result(outcome, " The answer has no body to spoil, so it went out as it is.");
    }
    var sent = struck.fault().effect() instanceof FaultEffect.Drip ? Sent.WHOLE : Sent.SPOILED;
    var delivery = deliveries.spoiling(struck.faults(), struck.fault());
    return new Result(outcome.withDelivery(delivery).withSent(sent), "");
  }

  private Result replaced(Struck struck, FaultEffect.Replacing effect) {
    struck.performedAt(effect.point());
    var answers = effect.answers(struck.fault());
    var violations = answers.stream().map(answer -> violations(struck, answer)).toList();
    var good = violations.indexOf(List.of());
    var outcome = Outcome.of(answers.get(Math.max(0, good)), Origin.FAULT);
    var remark = good >= 0 ? "" : " Outside the contract, on purpose: " + told(violations.get(0));
    return effect instanceof RawAnswer
        ? new Result(outcome.withDelivery(FaultDeliveries.FOREIGN), remark)
        : new Result(outcome, remark);
  }

  private List<Violation> violations(Struck struck, ApiResponse answer) {
    return contract.checkResponse(struck.fault().call().operation(), answer);
  }

  /** Without the advice: nobody is to correct what was asked for. */
  private static String told(List<Violation> violations) {
    return violations.stream()
            .map(
                breach ->
                    "%s %s: expected %s, got %s"
                        .formatted(
                            breach.where(), breach.pointer(), breach.expected(), breach.got()))
            .collect(Collectors.joining(" | "))
        + ".";
  }

  private Result delayed(Struck struck, FaultEffect.Delay delay) {
    if (!room.enter()) {
      return new Result(struck.operation().get(), HoldingRoom.refusal());
    }
    var due = struck.fault().at().plus(delay.span());
    try (var hold = struck.faults().hold(struck.fault())) {
      if (delay.point() == Point.AFTER_COMMIT) {
        return late(struck.operation().get(), hold.until(due));
      }
      var release = hold.until(due);
      return goesOn(release)
          ? late(struck.operation().get(), release)
          : late(struck.performedAt(Point.BEFORE_COMMIT), release);
    } finally {
      room.leave();
    }
  }

  private static boolean goesOn(Release release) {
    return release == Release.DUE || release == Release.FAULT_REMOVED;
  }

  /** A call of an earlier life of the world gets no answer in this one. */
  private static Result late(Outcome outcome, Release release) {
    return switch (release) {
      case DUE -> new Result(outcome, "");
      case FAULT_REMOVED ->
          new Result(outcome, " The fault was removed before that, so the answer went out then.");
      default ->
          new Result(
              outcome.keptBack(FaultDeliveries.EMPTY),
              " The connection was closed before that (" + release + ").");
    };
  }

  private Result altered(Struck struck, FaultEffect.Altering effect) {
    var outcome = struck.operation().get();
    var operation = struck.fault().call().operation();
    var altered = new Alterations(contract, operation).of(effect, outcome.response());
    var changed = outcome.withResponse(altered.response()).withDelivery(altered.delivery());
    if (altered.law() == Alterations.Law.BROKEN) {
      return new Result(changed, altered.remark() + " Outside the contract, on purpose.");
    }
    var violations = violations(struck, altered.response());
    return violations.isEmpty()
        ? new Result(changed, altered.remark())
        : new Result(refusals.brokenAnswer(operation, violations), altered.remark());
  }
}
