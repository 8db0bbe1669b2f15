package dev.fakebeeper.control.worlds;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A time at which people are awake: on a day before that of the start, at a time of day; or within
 * the last day, so many seconds ago.
 *
 * @param daysAgo at least 2, or 0 for the last 24 hours
 * @param second of the day, or after the beginning of the last 24 hours
 */
record Moment(long daysAgo, int second) {
  private static final int DAY = 86_400;
  private static final int GET_UP = 7 * 3_600;
  private static final int GO_TO_BED = 22 * 3_600 + 1_800;
  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::daysAgo).reversed().thenComparingInt(Moment::second);

  /** Before all others. */
  static final Moment EARLIEST = new Moment(Long.MAX_VALUE, 0);

  /** So many moments between the ends of a plan's time, in their order. */
  static List<Moment> spread(int count, GeneratePlan plan, SplittableRandom random) {
    var oldest = plan.oldest().toSeconds();
    var newest = plan.newest().toSeconds();
    var moments = new ArrayList<Moment>(count);
    for (var i = 0; i < count; i++) {
      moments.add(ago(random.nextLong(newest, oldest), random));
    }
    moments.sort(ORDER);
    return moments;
  }

  /** Days that begin at midnight and spans that end now never mix within 48 hours. */
  private static Moment ago(long seconds, SplittableRandom random) {
    return seconds < DAY
        ? new Moment(0, (int) (DAY - seconds))
        : new Moment(Math.max(2, seconds / DAY), random.nextInt(GET_UP, GO_TO_BED));
  }

  boolean isBefore(Moment other) {
    return ORDER.compare(this, other) < 0;
  }

  /** Later the same day, at its last second at the latest. */
  Moment later(int seconds) {
    return new Moment(daysAgo, Math.min(DAY - 1, second + seconds));
  }

  When when() {
    return daysAgo == 0
        ? new When.Offset(Duration.ofSeconds(second - DAY))
        : new When.OnDay(-daysAgo, LocalTime.ofSecondOfDay(second));
  }
}
