package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How device verifications go that begin from now on, and what the other device does. Immutable.
 *
 * @param otherDevice what the other device does when it is its turn
 * @param actsAfter how long that takes it
 * @param methods what both sides can do, in the order of the API
 * @param lifetime how long a verification runs that nobody finishes (assumed: what Matrix says)
 * @param keptFor how long one can still be read once it has ended (assumed)
 * @param secrets whether the keys come along when another device verifies this one
 */
@RecordBuilder
public record VerificationPlan(
    OtherDevice otherDevice,
    Duration actsAfter,
    List<Verification.Method> methods,
    Duration lifetime,
    Duration keptFor,
    Secrets secrets)
    implements VerificationPlanBuilder.With {

  /** Puts the methods in order; refuses negative times and no method at all. */
  public VerificationPlan {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("methods must have one at least");
    }
    methods = List.copyOf(EnumSet.copyOf(methods));
    requireNotNegative("actsAfter", actsAfter);
    requireNotNegative("lifetime", lifetime);
    requireNotNegative("keptFor", keptFor);
  }

  static void requireNotNegative(String name, @Nullable Duration value) {
    if (value != null && value.isNegative()) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be negative");
    }
  }

  /** What the other device does when it is its turn. */
  public enum OtherDevice {
    /** It accepts and confirms. */
    HELPS,
    /** It cancels. */
    REFUSES,
    /** It accepts, and then finds that what is compared differs. */
    MISMATCHES,
    /** It waits for somebody to tell it. */
    WAITS
  }

  /** Whether the keys come along with the trust of another device. */
  public enum Secrets {
    ARRIVE,
    STAY_AWAY
  }

  /** The other device is at hand. */
  public static VerificationPlan usual() {
    return new VerificationPlan(
        OtherDevice.HELPS,
        Duration.ofSeconds(3),
        List.of(Verification.Method.values()),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Secrets.ARRIVE);
  }
}
