package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.Sends;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.world.BridgeStatus;
import java.util.Locale;

/** Reads what happens to bridges. */
final class BridgeActionFormat {
  private static final Choice<BridgeStatus> STATUS =
      Choice.of(BridgeStatus.values(), BridgeActionFormat::word);
  private static final Choice<Sends.Dead> DEAD =
      Choice.of(Sends.Dead.values(), BridgeActionFormat::word);

  private BridgeActionFormat() {}

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String bridgeId(Fields fields) {
    return fields.require("bridgeID").asText();
  }

  static Action add(SourceNode node) {
    return new BridgeAction.Add(BridgeFile.read(node));
  }

  static Action remove(SourceNode node) {
    var fields = node.asFields("The removal of a bridge");
    var action = new BridgeAction.Remove(bridgeId(fields));
    fields.done();
    return action;
  }

  static Action status(SourceNode node) {
    var fields = node.asFields("The status of a bridge");
    var status = fields.orNull("status", STATUS::read);
    var action =
        new BridgeAction.Status(
            bridgeId(fields), status == null ? null : word(status), fields.text("statusText"));
    fields.done();
    return action;
  }

  static Action deadSends(SourceNode node) {
    var fields = node.asFields("What becomes of sends without a connection");
    var action = new BridgeAction.PlanDeadSends(DEAD.read(fields.require("end")));
    fields.done();
    return action;
  }
}
