package dev.fakebeeper.control.lift;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.drift.Drift;
import dev.fakebeeper.recording.drift.DriftCheck;
import dev.fakebeeper.recording.drift.DriftKind;
import java.util.List;

/** Where the answers of a recording differ from the contract, by which the fake answers. */
final class Drifts {
  private final List<Drift> all;

  private Drifts(List<Drift> all) {
    this.all = all;
  }

  static Drifts of(List<RecordedCall> calls) {
    var check = new DriftCheck(Contract.bundled());
    calls.forEach(call -> check.add(call, ""));
    return new Drifts(check.report(null).of(Drift.Side.APP));
  }

  /** Whether the app drifts at a place of the answers of an operation. */
  boolean areAt(String operation, String pointer) {
    return all.stream()
        .filter(drift -> drift.operation().equals(operation) && !drift.place().isEmpty())
        .anyMatch(drift -> isIn(drift.place(), pointer));
  }

  /** Whether an operation has no answer of that status in the contract. */
  boolean areStatus(String operation, int status) {
    return all.stream()
        .filter(drift -> drift.kind() == DriftKind.UNDOCUMENTED_STATUS)
        .anyMatch(
            drift -> drift.operation().equals(operation) && drift.part().endsWith(" " + status));
  }

  /** Places have an asterisk for any index or key. */
  private static boolean isIn(String place, String pointer) {
    var wanted = place.split("/", -1);
    var steps = pointer.split("/", -1);
    for (var i = 0; i < wanted.length; i++) {
      if (i >= steps.length || !(wanted[i].equals("*") || wanted[i].equals(steps[i]))) {
        return false;
      }
    }
    return true;
  }
}
