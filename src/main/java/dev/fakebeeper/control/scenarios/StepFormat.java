package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.actions.AccountAction;
import dev.fakebeeper.control.actions.ActionFormat;
import dev.fakebeeper.control.actions.FaultAction;
import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.actions.SocketAction;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.Reach;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Reads steps: every action, and what only a scenario can do. */
final class StepFormat {
  private final Map<String, BiFunction<String, SourceNode, Step>> own;
  private final List<TokenPart> tokens;

  /** For a scenario with tokens of its own. */
  StepFormat(List<TokenPart> tokens) {
    this.tokens = tokens;
    this.own = Map.of("tokenRevocation", this::revocation, "outage", StepFormat::outage);
  }

  Step read(SourceNode node) {
    if (!(node instanceof SourceNode.Members members) || members.byName().size() != 1) {
      throw node.mistake(
          "This is no step",
          "A step is an object with one member, its name",
          "Write one of " + String.join(", ", names()) + ", and its members below it");
    }
    var entry = members.byName().entrySet().iterator().next();
    var name = entry.getKey();
    var value = entry.getValue().value();
    var reader = own.get(name);
    if (reader != null) {
      return reader.apply(name, value);
    }
    if (!ActionFormat.names().contains(name)) {
      throw unknown(name, entry.getValue());
    }
    return step(name, value);
  }

  /** Steps run where nobody may wait, and what they add goes with their scenario. */
  static Step step(String name, SourceNode node) {
    var action = ActionFormat.read(name, node);
    if (action instanceof SocketAction.Act act) {
      return new Step.OnSockets(name, act.socketId(), act.act());
    }
    if (action instanceof SocketAction.AddRule added) {
      return new Step.AddRule(name, added.rule());
    }
    return action instanceof FaultAction.Plan plan
        ? fault(name, plan.fault(), node)
        : new Step.Act(name, action);
  }

  private static Step fault(String name, Fault fault, SourceNode node) {
    if (fault.trigger().reach() instanceof Reach.Operations operations) {
      operations.ids().forEach(id -> OperationNames.require(id, node));
    }
    return new Step.PlanFault(name, fault);
  }

  private static Step outage(String step, SourceNode node) {
    var fields = node.asFields("An outage");
    var outage = new Step.Outage(step, Length.read(fields.require("lasting")));
    fields.done();
    return outage;
  }

  private SourceException unknown(String name, SourceNode.Member member) {
    return new SourceException(
        member.place(),
        "There is no step \"" + name + "\"",
        "The steps are " + String.join(", ", names()),
        Nearest.of(name, names())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Write one of them"));
  }

  /** The names of all steps. */
  Set<String> names() {
    var names = new LinkedHashSet<>(ActionFormat.names());
    names.addAll(new TreeSet<>(own.keySet()));
    return names;
  }

  /** A token of the scenario goes by its name, any other by its value. */
  private Step revocation(String step, SourceNode node) {
    var fields = node.asFields("The revocation of a token");
    var value = fields.text("token");
    var name = fields.find("name");
    fields.done();
    if (name == null) {
      return new Step.Act(step, new AccountAction.RevokeToken(value));
    }
    if (value != null) {
      throw name.mistake(
          "There is a value already", "A token goes by its name or by its value", "Keep one");
    }
    return new Step.RevokeToken(step, known(name));
  }

  private String known(SourceNode name) {
    var known = tokens.stream().map(TokenPart::name).toList();
    if (!known.contains(name.asText())) {
      throw name.mistake(
          "There is no token \"" + name.asText() + "\"",
          "It is one of those under \"tokens\"",
          Nearest.of(name.asText(), known)
              .map(near -> "Did you mean \"" + near + "\"?")
              .orElse("Add it there, or give its value as \"token\""));
    }
    return name.asText();
  }
}
