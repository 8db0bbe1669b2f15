package dev.fakebeeper.control.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
  private final Club club = new Club();

  @BeforeEach
  void visit() {
    club.coverage.start();
    club.visit();
  }

  @AfterEach
  void close() {
    club.close();
  }

  @Test
  void one_that_is_missed_says_how_far_and_what_is_missing() {
    var missed = Thresholds.of(Map.of("operations", 80.0)).missedBy(club.coverage.report());

    assertThat(missed)
        .singleElement()
        .extracting(Thresholds.Miss::text)
        .isEqualTo(
            "Coverage of operations is 3 of 5 (60 %), 80 % is wanted. Not covered: removeNotice, openDoor");
  }

  @Test
  void one_that_is_just_reached_is_reached() {
    var exactly = Map.of("operations", 60.0, "commands", 100.0, "events", 50.0, "statuses", 0.0);

    assertThat(Thresholds.of(exactly).missedBy(club.coverage.report())).isEmpty();
  }

  @Test
  void misses_come_in_the_order_of_the_report() {
    var wanted = Map.of("events", 51.0, "statuses", 99.0, "operations", 60.1);

    assertThat(Thresholds.of(wanted).missedBy(club.coverage.report()))
        .extracting(miss -> miss.dimension().text())
        .containsExactly("operations", "statuses", "events");
  }

  @ParameterizedTest
  @CsvSource({
    "operation, 80, 'must be one of operations, statuses, parameters'",
    "operations, 101, 'minimum of operations (101) must be 0 to 100'",
    "statuses, -0.5, 'minimum of statuses (-0.5) must be 0 to 100'",
    "statuses, NaN, 'minimum of statuses (NaN) must be 0 to 100'"
  })
  void what_cannot_be_wanted_is_refused(String name, double percent, String message) {
    assertThatThrownBy(() -> Thresholds.of(Map.of(name, percent)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
