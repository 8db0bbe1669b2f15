package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How sign-in and setup of the app go. Immutable.
 *
 * @param code what every mail carries, null for another code in each
 * @param codeLifetime how long a code is good (assumed)
 * @param tries how many wrong codes end a sign-in (assumed)
 * @param requestLifetime how long a sign-in is remembered that nobody finishes (assumed)
 * @param initializing how long that step takes, null until somebody ends it
 * @param firstSync how long the first sync takes, null until somebody ends it
 * @param afterInitializing the step behind initializing, null for the one that fits the user
 * @param verifications how device verifications go
 */
@RecordBuilder
public record SetupPlan(
    @Nullable String code,
    Duration codeLifetime,
    int tries,
    Duration requestLifetime,
    @Nullable Duration initializing,
    @Nullable Duration firstSync,
    AppState.@Nullable Step afterInitializing,
    VerificationPlan verifications)
    implements SetupPlanBuilder.With {

  /** Refuses negative times, no try, and a way back to the sign-in. */
  public SetupPlan {
    if (tries < 1) {
      throw new IllegalArgumentException("tries (" + tries + ") must be 1 or more");
    }
    if (afterInitializing != null && afterInitializing.compareTo(AppState.Step.INITIALIZING) <= 0) {
      throw new IllegalArgumentException(
          "afterInitializing (" + afterInitializing + ") must be a step behind initializing");
    }
    VerificationPlan.requireNotNegative("codeLifetime", codeLifetime);
    VerificationPlan.requireNotNegative("requestLifetime", requestLifetime);
    VerificationPlan.requireNotNegative("initializing", initializing);
    VerificationPlan.requireNotNegative("firstSync", firstSync);
  }

  /** A good day. */
  public static SetupPlan usual() {
    return new SetupPlan(
        null,
        Duration.ofMinutes(10),
        3,
        Duration.ofMinutes(30),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        null,
        VerificationPlan.usual());
  }
}
