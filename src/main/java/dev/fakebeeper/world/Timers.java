package dev.fakebeeper.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * All pending work of a world, by due time. An immutable value. A timer equal to a pending one
 * takes its place.
 */
public final class Timers {
  private static final Timers NONE = new Timers(TreePMap.empty(), HashTreePMap.empty(), 0);

  private final TreePMap<TimerKey, Timer> byDue;
  private final HashPMap<Timer, TimerKey> keys;
  private final long count;

  private Timers(TreePMap<TimerKey, Timer> byDue, HashPMap<Timer, TimerKey> keys, long count) {
    this.byDue = byDue;
    this.keys = keys;
    this.count = count;
  }

  /** No pending work. */
  public static Timers none() {
    return NONE;
  }

  /**
   * Pending work as it was before.
   *
   * @param pending no two equal timers
   * @param count how many timers were ever set, above every number of a pending one
   */
  public static Timers of(SortedMap<TimerKey, Timer> pending, long count) {
    var keys = HashTreePMap.<Timer, TimerKey>empty();
    for (var entry : pending.entrySet()) {
      keys = keys.plus(entry.getValue(), entry.getKey());
    }
    return new Timers(TreePMap.fromSortedMap(pending), keys, count);
  }

  /** How many timers were ever set: the number of the next one. */
  public long count() {
    return count;
  }

  /** The next timer. */
  public Optional<Map.Entry<TimerKey, Timer>> next() {
    return Optional.ofNullable(byDue.isEmpty() ? null : byDue.firstEntry());
  }

  /** The next timer that is due by an instant. */
  public Optional<Map.Entry<TimerKey, Timer>> nextDueBy(Instant limit) {
    return next().filter(entry -> !entry.getKey().due().isAfter(limit));
  }

  /** All pending timers in the order in which they will fire. */
  public Map<TimerKey, Timer> all() {
    return byDue;
  }

  Timers with(Instant due, Timer timer) {
    var rest = without(timer);
    var key = new TimerKey(due, rest.count);
    return new Timers(rest.byDue.plus(key, timer), rest.keys.plus(timer, key), rest.count + 1);
  }

  /** These without one, if it is pending. */
  public Timers without(Timer timer) {
    var key = keys.get(timer);
    return key == null ? this : new Timers(byDue.minus(key), keys.minus(timer), count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timers that && byDue.equals(that.byDue) && count == that.count;
  }

  @Override
  public int hashCode() {
    return byDue.hashCode();
  }
}
