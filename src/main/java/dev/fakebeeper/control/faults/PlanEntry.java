package dev.fakebeeper.control.faults;

import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A fault in a plan, with what it has met so far. An immutable value.
 *
 * @param name unique in its plan
 * @param planned when, on the world's clock
 * @param matched how many calls matched
 * @param counted how many of them since the last rate limit ended
 * @param fired how many it took
 * @param limitedUntil when the rate limit ends that it has opened, null for none
 */
record PlanEntry(
    String name,
    Fault fault,
    Instant planned,
    long matched,
    long counted,
    long fired,
    @Nullable Instant limitedUntil) {

  /** A call at an instant, and the state it meets. */
  record Meeting(FaultCall call, WorldState state, Instant now) {}

  /** What became of the entry, and what it did to the call if it took it. */
  record Met(PlanEntry next, @Nullable TakenFault taken) {}

  static PlanEntry of(String name, Fault fault, Instant now) {
    return new PlanEntry(name, fault, now, 0, 0, 0, null);
  }

  boolean matches(Meeting meeting) {
    var trigger = fault.trigger();
    return trigger.window().has(meeting.now(), planned)
        && trigger.matches(meeting.call(), meeting.state());
  }

  /** Counts a call that matches, and leaves it to the fault that took it already. */
  PlanEntry count(Meeting meeting) {
    var until = isLimited(meeting.now()) ? limitedUntil : null;
    return new PlanEntry(name, fault, planned, matched + 1, number(meeting.now()), fired, until);
  }

  /** Counts a call that matches, and takes it if it is one to strike. */
  Met meet(Meeting meeting) {
    var counting = count(meeting);
    if (!isLimited(meeting.now()) && !strikes(counting, meeting.state().ids().seed())) {
      return new Met(counting, null);
    }
    var until = isLimited(meeting.now()) ? limitedUntil : limitFrom(meeting.now());
    var next =
        new PlanEntry(name, fault, planned, matched + 1, counting.counted(), fired + 1, until);
    return new Met(
        next, new TakenFault(name, fault, meeting.call(), matched + 1, meeting.now(), until));
  }

  private boolean isLimited(Instant now) {
    return limitedUntil != null && now.isBefore(limitedUntil);
  }

  /** Counting begins anew when a rate limit has ended. */
  private long number(Instant now) {
    return limitedUntil == null || isLimited(now) ? counted + 1 : 1;
  }

  private @Nullable Instant limitFrom(Instant now) {
    return fault.effect() instanceof RateLimit limit && limit.lasting() != null
        ? now.plus(limit.lasting())
        : null;
  }

  private static boolean strikes(PlanEntry counting, long seed) {
    var trigger = counting.fault().trigger();
    return trigger.count().strikes(counting.counted())
        && (trigger.probability() == 1 || counting.chance(seed) < trigger.probability());
  }

  /** The same for the same world, fault and call, so that two runs of a test are alike. */
  private double chance(long seed) {
    return new SplittableRandom(seed ^ ((long) name.hashCode() << 32) ^ matched).nextDouble();
  }

  OptionalLong remaining() {
    return fault.effect() instanceof RateLimit limit && limit.lasting() != null
        ? OptionalLong.empty()
        : fault.trigger().count().remaining(matched);
  }
}
