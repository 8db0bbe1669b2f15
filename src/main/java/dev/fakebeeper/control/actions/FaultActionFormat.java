package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.faults.FaultFormat;
import dev.fakebeeper.control.source.SourceNode;

/** Reads what happens to planned faults. */
final class FaultActionFormat {
  private FaultActionFormat() {}

  static Action plan(SourceNode node) {
    return new FaultAction.Plan(FaultFormat.read(node));
  }

  static Action remove(SourceNode node) {
    var fields = node.asFields("The removal of a fault");
    var action = new FaultAction.Remove(fields.text("name"));
    fields.done();
    return action;
  }
}
