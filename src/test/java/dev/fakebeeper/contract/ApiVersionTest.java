package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {
  @ParameterizedTest
  @CsvSource({
    "latest, 4.3.89",
    "4.3, 4.3.89",
    "4.2, 4.2.808",
    "4.1, 4.1.294",
    "4, 4.3.89",
    "4.2.557, 4.2.557",
    "4.2.600, 4.2.600",
    "4.9, 4.9"
  })
  void a_person_may_name_a_version_in_short(String text, String expected) {
    assertThat(ApiVersion.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "four", "4..2", "4.2.", "-1.2", "v4.2", "1.2.3.4.5", "4.99999999999"})
  void what_is_no_version_is_refused_with_the_cure(String text) {
    assertThatThrownBy(() -> ApiVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(" + text + ")")
        .hasMessageContaining("4.2.808");
  }

  @Test
  void versions_are_ordered_by_number_and_not_by_text() {
    assertThat(ApiVersion.of("4.2.1000")).isGreaterThan(ApiVersion.of("4.2.808"));
    assertThat(ApiVersion.of("4.2.808").isAtLeast("4.2.808")).isTrue();
    assertThat(ApiVersion.of("4.2.557").isAtLeast("4.2.808")).isFalse();
  }

  @Test
  void a_missing_part_counts_as_zero() {
    assertThat(ApiVersion.of("4.3"))
        .isEqualTo(ApiVersion.of("4.3.0"))
        .hasSameHashCodeAs(ApiVersion.of("4.3.0"));
  }

  @Test
  void presets_stand_oldest_first_and_the_last_one_is_the_default() {
    assertThat(ApiVersion.presets()).isSorted().endsWith(ApiVersion.latest());
  }
}
