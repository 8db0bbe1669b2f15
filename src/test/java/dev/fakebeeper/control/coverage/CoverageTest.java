package dev.fakebeeper.control.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Coverable.Dimension;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counting: when, where, how much of it is remembered, and what it costs. */
class CoverageTest {
  private final Club club = new Club();

  @AfterEach
  void close() {
    club.close();
  }

  @Test
  void off_it_counts_nothing_and_says_how_to_switch_it_on() {
    club.visit();

    assertThat(club.coverage.isOn()).isFalse();
    assertThatThrownBy(club.coverage::report)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Coverage is off", "FakeBeeperConfig.coverage()", "--coverage");
  }

  @Test
  void what_came_before_the_start_is_not_counted() {
    club.list("");
    club.coverage.start();
    club.list("order=newest");
    club.coverage.start();
    club.list("order=oldest");

    assertThat(club.coverage.report().calls()).isEqualTo(2);
  }

  @Test
  void worlds_are_counted_together_and_each_by_itself_whenever_they_were_opened() {
    club.coverage.start();
    var other = club.open("other");

    club.list("order=newest");
    Club.exchange(
        other, "removeNotice", ApiRequest.of("DELETE", "/notices/1", null), Club.json(204, "{}"));

    assertThat(club.coverage.report().score(Dimension.OPERATIONS).covered()).isEqualTo(2);
    assertThat(covered(club.coverage.report("other"), Dimension.OPERATIONS))
        .containsExactly("removeNotice");
    assertThat(covered(club.coverage.report("default"), Dimension.OPERATIONS))
        .containsExactly("listNotices");
    assertThat(club.coverage.report("nowhere").calls()).isZero();
  }

  @Test
  void of_worlds_too_many_to_remember_the_sum_stays_right() {
    club.coverage.start();
    for (int i = 0; i < 1_001; i++) {
      try (var world = club.open("world-" + i)) {
        Club.exchange(
            world, "listNotices", ApiRequest.of("GET", "/notices", null), Club.json(200, "[]"));
      }
    }

    assertThat(club.coverage.report().calls()).isEqualTo(1_001);
    assertThat(club.coverage.report("world-0").calls()).isZero();
    assertThat(club.coverage.report("world-1").calls()).isEqualTo(1);
  }

  @Test
  void cleared_it_begins_anew() {
    club.coverage.start();
    club.visit();
    club.coverage.clear();

    assertThat(club.coverage.report().subjects()).noneMatch(CoverageReport.Subject::isTouched);
    assertThat(club.coverage.report().calls()).isZero();
  }

  @Test
  void many_at_once_are_all_counted_however_far_the_walker_is_behind() throws Exception {
    club.coverage.start();
    var threads = Executors.newFixedThreadPool(8);
    try {
      var all = new ArrayList<Future<?>>();
      for (int thread = 0; thread < 8; thread++) {
        all.add(threads.submit(() -> repeat(500)));
      }
      for (var one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(club.coverage.report().calls()).isEqualTo(4_000);
  }

  private void repeat(int times) {
    for (int i = 0; i < times; i++) {
      club.list("order=newest&kinds=joke");
    }
  }

  @Test
  void closed_it_still_reports_counts_no_more_and_has_no_thread() {
    club.coverage.start();
    club.list("");
    club.coverage.close();
    club.list("order=newest");

    assertThat(club.coverage.report().calls()).isEqualTo(1);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.isAlive() && thread.getName().equals("fake-beeper-coverage"));
  }

  private static Iterable<String> covered(CoverageReport report, Dimension dimension) {
    return report.subjects().stream()
        .flatMap(subject -> subject.part(dimension).covered().stream())
        .toList();
  }
}
