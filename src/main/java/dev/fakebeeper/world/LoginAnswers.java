package dev.fakebeeper.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the values that a client sends for a step. */
final class LoginAnswers {
  private LoginAnswers() {}

  /** Takes them if they have the right form, and goes on if they are right. */
  static LoginSession take(
      Transaction transaction, LoginSession session, LoginStep step, Map<String, String> values) {
    step.fields().forEach(field -> requireForm(field, values.get(field.id())));
    var wrong = firstWrong(session.plan(), step.fields(), values);
    if (wrong != null) {
      return wrong(transaction, session, wrong);
    }
    var known = session.withWho(told(session.who(), step.fields(), values)).withFailure(null);
    return LoginProgress.goTo(transaction, known, session.step() + 1);
  }

  private static void requireForm(LoginField field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      if (!field.check().optional()) {
        throw WorldException.unsupported("The field " + field.id() + " needs a value");
      }
    } else if (!field.check().hasForm(value)) {
      throw WorldException.unsupported("The value of the field " + field.id() + " is malformed");
    }
  }

  private static @Nullable LoginField firstWrong(
      LoginPlan plan, List<? extends LoginField> fields, Map<String, String> values) {
    for (var field : fields) {
      var value = values.get(field.id());
      if (value != null && !value.isBlank() && !isRight(plan, field, value)) {
        return field;
      }
    }
    return null;
  }

  private static boolean isRight(LoginPlan plan, LoginField field, String value) {
    var expected = plan.expects().get(field.id());
    return expected == null ? field.check().isRight(value) : expected.equals(value);
  }

  private static LoginSession.Facts told(
      LoginSession.Facts who, List<? extends LoginField> fields, Map<String, String> values) {
    var known = who;
    for (var field : fields) {
      var value = values.get(field.id());
      if (field.fact() != null && value != null && !value.isBlank()) {
        known = known.with(field.fact(), value);
      }
    }
    return known;
  }

  /**
   * Counts the try and fails the session if it was the last one. Counting must last, so a call that
   * is refused is refused by {@link LoginSession#failure} and not by an exception.
   */
  private static LoginSession wrong(
      Transaction transaction, LoginSession session, LoginField field) {
    var complaint = field.check().complaint();
    var failure =
        new LoginSession.Failure(
            "wrong_" + field.id(),
            complaint == null ? "The value of the field " + field.id() + " is wrong" : complaint);
    var tried = session.withWrongTries(session.wrongTries() + 1).withFailure(failure);
    var plan = session.plan();
    return plan.onWrong() == LoginPlan.OnWrong.FAILS || tried.wrongTries() >= plan.tries()
        ? LoginProgress.end(transaction, tried.withStage(LoginSession.Stage.FAILED))
        : LoginProgress.store(transaction, tried);
  }
}
