package dev.fakebeeper.control.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that happens at its time.
 *
 * @param number its place in the file, counted from 1
 * @param trigger when
 * @param after how long after that, on the world's clock
 * @param steps what, in order
 */
record TimelineEntry(int number, Trigger trigger, Duration after, List<Step> steps) {

  /** Copies the steps. */
  TimelineEntry {
    steps = List.copyOf(steps);
  }

  /** The names of its steps, for people. */
  String describe() {
    return steps.stream().map(Step::name).collect(Collectors.joining(", "));
  }
}
