package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.SignInPlan;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads how sign-ins go. Each member changes one thing of the plan; what is absent stays. */
final class SignInPlanFormat {
  private static final Choice<Side> SIDE = Choice.of(Side.values(), Side::word);
  private static final Choice<Wrong> WRONG = Choice.of(Wrong.values(), Wrong::word);

  private SignInPlanFormat() {}

  private enum Side {
    CONFIRMS("confirms"),
    DECLINES("declines"),
    WAITS("waits");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private enum Wrong {
    REFUSED("refused"),
    ASKED_AGAIN("askedAgain"),
    FAILS("fails");

    private final String word;

    Wrong(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Used once: collects the changes of one plan. */
  private static final class Changes {
    private final List<UnaryOperator<SignInPlan>> all = new ArrayList<>();

    <T> void add(@Nullable T value, Function<T, UnaryOperator<SignInPlan>> change) {
      if (value != null) {
        all.add(change.apply(value));
      }
    }

    SignInPlan applied(SignInPlan plan) {
      var changed = plan;
      for (var change : all) {
        changed = change.apply(changed);
      }
      return changed;
    }
  }

  static UnaryOperator<SignInPlan> change(Fields fields) {
    var changes = new Changes();
    steps(fields, changes);
    otherSide(fields, changes);
    changes.add(fields.orNull("refusal", SignInPlanFormat::refusal), refusal -> refusal);
    changes.add(fields.orNull("who", SignInPlanFormat::who), who -> who);
    changes.add(fields.orNull("lifetime", Length::read), span -> plan -> plan.livesFor(span));
    changes.add(fields.orNull("keptFor", Length::read), span -> plan -> plan.keptFor(span));
    changes.add(
        fields.flagOrNull("historyEvents"),
        on -> on ? SignInPlan::historyWithEvents : SignInPlan::historyInSilence);
    return changes::applied;
  }

  private static void steps(Fields fields, Changes changes) {
    for (var condition : fields.texts("asks")) {
      changes.add(condition, word -> plan -> plan.asks(word));
    }
    fields
        .map("expects", SourceNode::asText)
        .forEach((field, value) -> changes.add(value, right -> plan -> plan.expects(field, right)));
    changes.add(fields.orNull("wrongValues", WRONG::read), SignInPlanFormat::wrong);
    changes.add(
        fields.orNull("tries", SignInPlanFormat::tries), number -> plan -> plan.tries(number));
  }

  private static UnaryOperator<SignInPlan> wrong(Wrong wrong) {
    return switch (wrong) {
      case REFUSED -> SignInPlan::refusesWrongValues;
      case ASKED_AGAIN -> SignInPlan::asksAgain;
      case FAILS -> SignInPlan::failsAtOnce;
    };
  }

  static int tries(SourceNode node) {
    var number = node.asCount();
    if (number == 0) {
      throw node.mistake("No try at all", "The last wrong value ends a sign-in", "Write 1 or more");
    }
    return number;
  }

  private static void otherSide(Fields fields, Changes changes) {
    var side = fields.orNull("otherSide", SIDE::read);
    var after = fields.find("after");
    var span = after == null ? null : Length.read(after);
    if (after != null && (side == null || side == Side.WAITS)) {
      throw after.mistake(
          "Nobody does anything then",
          "It is how long the other side takes to confirm or to decline",
          "Add \"otherSide: confirms\" or \"otherSide: declines\"");
    }
    changes.add(side, one -> plan -> otherSide(plan, one, span));
  }

  private static SignInPlan otherSide(SignInPlan plan, Side side, @Nullable Duration after) {
    return switch (side) {
      case CONFIRMS -> after == null ? plan.otherSideConfirms() : plan.otherSideConfirms(after);
      case DECLINES -> plan.otherSideDeclines(after == null ? Duration.ZERO : after);
      case WAITS -> plan.otherSideWaits();
    };
  }

  private static UnaryOperator<SignInPlan> refusal(SourceNode node) {
    var fields = node.asFields("The refusal of a network");
    var code = fields.require("code").asText();
    var message = fields.require("message").asText();
    fields.done();
    return plan -> plan.failsInTheEnd(code, message);
  }

  private static UnaryOperator<SignInPlan> who(SourceNode node) {
    var fields = node.asFields("Whoever signs in");
    var changes = new Changes();
    changes.add(fields.text("fullName"), name -> plan -> plan.named(name));
    changes.add(fields.text("phoneNumber"), number -> plan -> plan.phone(number));
    changes.add(fields.text("username"), handle -> plan -> plan.username(handle));
    changes.add(fields.text("email"), address -> plan -> plan.email(address));
    fields.done();
    return changes::applied;
  }
}
