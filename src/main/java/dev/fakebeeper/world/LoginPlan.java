package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How sign-ins go: what the other side does, and what the network finds right. Immutable.
 *
 * @param conditions those that hold, such as {@code two_factor}: their steps are asked
 * @param expects the only right values by field id, in place of what the flow says
 * @param onWrong what becomes of a step that is answered wrongly
 * @param tries how many wrong answers to one step end a session
 * @param otherSide what the other side does when something is shown
 * @param actsAfter how long that takes it, null for what the step says
 * @param refusal why the network refuses in the end; null when it does not
 * @param who signs in where the steps do not tell, null for the owner; the id does not matter
 * @param lifetime how long a session lives that nobody finishes, null for what the flow says
 * @param keptFor how long a session can still be read once it has ended
 * @param telling who hears of what a new account brings
 */
@RecordBuilder
public record LoginPlan(
    Set<String> conditions,
    Map<String, String> expects,
    OnWrong onWrong,
    int tries,
    OtherSide otherSide,
    @Nullable Duration actsAfter,
    LoginSession.@Nullable Failure refusal,
    @Nullable User who,
    @Nullable Duration lifetime,
    Duration keptFor,
    HistoryRules.Telling telling)
    implements LoginPlanBuilder.With {

  /** Copies both; refuses negative times and no try. */
  public LoginPlan {
    conditions = Set.copyOf(conditions);
    expects = Collections.unmodifiableMap(new TreeMap<>(expects));
    if (tries < 1) {
      throw new IllegalArgumentException("tries (" + tries + ") must be 1 or more");
    }
    requireNotNegative("actsAfter", actsAfter);
    requireNotNegative("lifetime", lifetime);
    requireNotNegative("keptFor", keptFor);
  }

  private static void requireNotNegative(String name, @Nullable Duration value) {
    if (value != null && value.isNegative()) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be negative");
    }
  }

  /**
   * What becomes of a step that is answered wrongly, as long as there are tries left. Nobody knows
   * what the real server does.
   */
  public enum OnWrong {
    /** The call is refused with 422, and the step stays. */
    REFUSED,
    /** The call succeeds; the session shows the same step again, and an error beside it. */
    ASKED_AGAIN,
    /** The session fails at once. */
    FAILS
  }

  /** What the other side does when something is shown. */
  public enum OtherSide {
    /** It does its part. */
    CONFIRMS,
    /** It says no. */
    DECLINES,
    /** It waits for somebody to tell it. */
    WAITS
  }

  /** A good day: no conditions, every step goes as the flow says. */
  public static LoginPlan usual() {
    return new LoginPlan(
        Set.of(),
        Map.of(),
        OnWrong.REFUSED,
        3,
        OtherSide.CONFIRMS,
        null,
        null,
        null,
        null,
        Duration.ofHours(1),
        HistoryRules.Telling.SILENT);
  }

  /** Whether a step is asked. */
  boolean asks(LoginStep step) {
    return step.when() == null || conditions.contains(step.when());
  }
}
