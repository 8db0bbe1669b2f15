package dev.fakebeeper.control;

import dev.fakebeeper.world.HistoryRules;
import dev.fakebeeper.world.LoginPlan;
import dev.fakebeeper.world.LoginSession;
import dev.fakebeeper.world.UserBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How sign-ins go. Immutable: each method gives a changed copy. */
public final class SignInPlan {
  private final LoginPlan plan;

  SignInPlan(LoginPlan plan) {
    this.plan = plan;
  }

  LoginPlan plan() {
    return plan;
  }

  /**
   * Conditions hold, so steps under them are asked too.
   *
   * @param conditions words of the wizard, such as {@code two_factor}
   */
  public SignInPlan asks(String... conditions) {
    var all = new HashSet<>(plan.conditions());
    all.addAll(Arrays.asList(conditions));
    return new SignInPlan(plan.withConditions(all));
  }

  /** One value of a field is right and every other is wrong, in every step that has the field. */
  public SignInPlan expects(String fieldId, String value) {
    var all = new HashMap<>(plan.expects());
    all.put(fieldId, value);
    return new SignInPlan(plan.withExpects(all));
  }

  /** A wrong value is answered with 422, and the step stays; the usual way (assumed). */
  public SignInPlan refusesWrongValues() {
    return new SignInPlan(plan.withOnWrong(LoginPlan.OnWrong.REFUSED));
  }

  /** A wrong value is answered with the same step again, and an error beside it. */
  public SignInPlan asksAgain() {
    return new SignInPlan(plan.withOnWrong(LoginPlan.OnWrong.ASKED_AGAIN));
  }

  /** The first wrong value ends it. */
  public SignInPlan failsAtOnce() {
    return new SignInPlan(plan.withOnWrong(LoginPlan.OnWrong.FAILS));
  }

  /** So many wrong values in one step end it; 3 as a rule (assumed). */
  public SignInPlan tries(int number) {
    return new SignInPlan(plan.withTries(number));
  }

  /** The other side does its part when something is shown, after as long as the wizard says. */
  public SignInPlan otherSideConfirms() {
    return otherSide(LoginPlan.OtherSide.CONFIRMS, null);
  }

  /** The other side does its part after a while. */
  public SignInPlan otherSideConfirms(Duration after) {
    return otherSide(LoginPlan.OtherSide.CONFIRMS, after);
  }

  /** The other side says no after a while. */
  public SignInPlan otherSideDeclines(Duration after) {
    return otherSide(LoginPlan.OtherSide.DECLINES, after);
  }

  /** The other side does nothing until it is told to. */
  public SignInPlan otherSideWaits() {
    return otherSide(LoginPlan.OtherSide.WAITS, null);
  }

  private SignInPlan otherSide(LoginPlan.OtherSide side, @Nullable Duration after) {
    return new SignInPlan(plan.withOtherSide(side).withActsAfter(after));
  }

  /** The network takes it in the end; the usual way. */
  public SignInPlan succeeds() {
    return new SignInPlan(plan.withRefusal(null));
  }

  /** When all steps are done, the network says no. */
  public SignInPlan failsInTheEnd(String code, String message) {
    return new SignInPlan(plan.withRefusal(new LoginSession.Failure(code, message)));
  }

  /** Somebody of this name signs in, in place of the owner of the other accounts. */
  public SignInPlan named(String fullName) {
    return who(user -> user.fullName(fullName));
  }

  /** Somebody with this phone number signs in, unless a step tells another. */
  public SignInPlan phone(String number) {
    return who(user -> user.phoneNumber(number));
  }

  /** Somebody with this handle signs in, unless a step tells another. */
  public SignInPlan username(String handle) {
    return who(user -> user.username(handle));
  }

  /** Somebody with this mail address signs in, unless a step tells another. */
  public SignInPlan email(String address) {
    return who(user -> user.email(address));
  }

  private SignInPlan who(Consumer<UserBuilder> change) {
    var before = plan.who();
    var known = before == null ? UserBuilder.builder().id("").self(true).build() : before;
    return new SignInPlan(plan.withWho(known.with(change)));
  }

  /** How long it lives that nobody finishes, in place of what the wizard says. */
  public SignInPlan livesFor(Duration span) {
    return new SignInPlan(plan.withLifetime(span));
  }

  /** How long it can still be read once it has ended; an hour as a rule (assumed). */
  public SignInPlan keptFor(Duration span) {
    return new SignInPlan(plan.withKeptFor(span));
  }

  /** The old messages of a new account raise events. */
  public SignInPlan historyWithEvents() {
    return new SignInPlan(plan.withTelling(HistoryRules.Telling.EVENTS));
  }

  /** The old messages of a new account raise no events; the usual way (assumed). */
  public SignInPlan historyInSilence() {
    return new SignInPlan(plan.withTelling(HistoryRules.Telling.SILENT));
  }
}
