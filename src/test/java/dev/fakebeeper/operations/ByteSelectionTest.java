package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSelectionTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=2-4, 2, 4",
    "bytes=7-, 7, 9",
    "bytes=8-100, 8, 9",
    "bytes=-3, 7, 9",
    "bytes=-100, 0, 9",
    "BYTES = 1 - 2, 1, 2",
    "bytes=0-99999999999999999999999, 0, 9"
  })
  void one_range_is_a_part(String header, long first, long last) {
    assertThat(ByteSelection.of(header, 10)).isEqualTo(new ByteSelection.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=10-",
        "bytes=10-12",
        "bytes=99999999999999999999999-",
        "bytes=-0",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "bytes=",
        "bytes=1",
        "bytes=1-2-3",
        "bytes=--1"
      })
  void a_range_outside_or_malformed_cannot_be_met(String header) {
    assertThat(ByteSelection.of(header, 10)).isEqualTo(new ByteSelection.Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"items=0-1", "bytes", "", "bytes=0-1,4-5", "bytes=0-1, 90-"})
  void other_units_and_several_ranges_are_ignored(String header) {
    assertThat(ByteSelection.of(header, 10)).isEqualTo(new ByteSelection.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=0-0"})
  void no_range_of_nothing_can_be_met(String header) {
    assertThat(ByteSelection.of(header, 0)).isEqualTo(new ByteSelection.Unsatisfiable());
  }
}
