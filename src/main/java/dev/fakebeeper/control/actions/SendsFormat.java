package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.Sends.Plan;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads how sends go. Each member changes one thing of the plan; what is absent stays. */
public final class SendsFormat {
  private static final Choice<End> END = Choice.of(End.values(), End::word);
  private static final Choice<Steps> STEPS = Choice.of(Steps.values(), Steps::word);

  private SendsFormat() {}

  private enum End {
    SUCCESS("success"),
    FAILS_FOR_GOOD("failsForGood"),
    REFUSED("refused");

    private final String word;

    End(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private enum Steps {
    BY_TIME("byTime"),
    BY_HAND("byHand");

    private final String word;

    Steps(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Action plan(SourceNode node) {
    var fields = node.asFields("A plan for sends");
    var account = fields.text("accountID");
    var chat = fields.find("chatID");
    if (account != null && chat != null) {
      throw chat.mistake(
          "There is an account already",
          "A plan is for one account or for one chat",
          "Remove one of them");
    }
    var change = change(fields);
    fields.done();
    return new AccountAction.PlanSends(account, chat == null ? null : chat.asText(), change);
  }

  /**
   * Reads the steps of a plan that change, where it is known already whose plan it is.
   *
   * @throws SourceException when the members are not those of a plan
   */
  public static UnaryOperator<Plan> change(SourceNode node) {
    var fields = node.asFields("A plan for sends");
    var change = change(fields);
    fields.done();
    return change;
  }

  private static UnaryOperator<Plan> change(Fields fields) {
    var changes = new ArrayList<UnaryOperator<Plan>>();
    times(fields, changes);
    ends(fields, changes);
    return plan -> applied(changes, plan);
  }

  private static Plan applied(List<UnaryOperator<Plan>> changes, Plan plan) {
    var changed = plan;
    for (var change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  private static void times(Fields fields, List<UnaryOperator<Plan>> changes) {
    var unknown = fields.orNull("unknownFor", Length::read);
    var pending = fields.orNull("pendingFor", Length::read);
    var delivered = fields.orNull("deliveredAfter", Length::read);
    var seen = fields.orNull("seenAfter", Length::read);
    if (unknown != null) {
      changes.add(plan -> plan.unknownFor(unknown));
    }
    if (pending != null) {
      changes.add(plan -> plan.pendingFor(pending));
    }
    if (fields.flag("neverSeen")) {
      changes.add(Plan::neverSeen);
    }
    if (delivered != null) {
      changes.add(plan -> plan.deliveredAfter(delivered));
    }
    if (seen != null) {
      changes.add(plan -> plan.seenAfter(seen));
    }
    var steps = fields.orNull("steps", STEPS::read);
    if (steps != null) {
      changes.add(steps == Steps.BY_HAND ? Plan::byHand : Plan::byTime);
    }
  }

  private static void ends(Fields fields, List<UnaryOperator<Plan>> changes) {
    var failures = fields.find("failsFirst");
    if (failures != null) {
      changes.add(failsFirst(failures));
    }
    var end = fields.orNull("ends", END::read);
    var reason = fields.find("reason");
    var message = fields.find("message");
    requireFailure(end, reason);
    requireFailure(end, message);
    if (end != null) {
      changes.add(
          ending(
              end,
              reason == null ? "send_failed" : reason.asText(),
              message == null ? "The message could not be sent" : message.asText()));
    }
  }

  private static void requireFailure(@Nullable End end, @Nullable SourceNode words) {
    if (words != null && (end == null || end == End.SUCCESS)) {
      throw words.mistake(
          "Words about a failure that there is not",
          "They are for sends that fail",
          "Add ends: failsForGood or ends: refused, or remove it");
    }
  }

  private static UnaryOperator<Plan> failsFirst(SourceNode node) {
    var fields = node.asFields("Failures that are tried again");
    var times = fields.require("times").asCount();
    var pause = Length.read(fields.require("pause"));
    fields.done();
    return plan -> plan.failsFirst(times, pause);
  }

  private static UnaryOperator<Plan> ending(End end, String reason, String message) {
    return switch (end) {
      case SUCCESS -> Plan::succeeds;
      case FAILS_FOR_GOOD -> plan -> plan.failsForGood(reason, message);
      case REFUSED -> plan -> plan.refused(message);
    };
  }

  static Action step(SourceNode node) {
    var fields = node.asFields("A step of a send");
    var action = new AccountAction.StepSend(fields.require("pendingMessageID").asText());
    fields.done();
    return action;
  }
}
