package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FakeBeeperConfigTest {

  static Stream<Arguments> misuse() {
    return Stream.of(
        wrong(b -> b.port(-1), "port (-1) must be 0 to 65535; 0 takes a free port"),
        wrong(b -> b.host(" "), "host ( ) must not be empty"),
        wrong(b -> b.world(""), "world () must not be empty"),
        wrong(b -> b.token("two words"), "token (two words) must be visible ASCII without spaces"),
        wrong(b -> b.token(""), "token () must be visible ASCII without spaces"),
        wrong(b -> b.apiVersion("new"), "API version (new) must be a number such as 4.2.808"),
        wrong(b -> b.maxBodyBytes(-1), "other (-1) must be 0 to 2147483639 bytes"),
        wrong(b -> b.maxUploadBytes(1L << 40), "upload (1099511627776) must be 0 to 2147483639"),
        wrong(
            b -> b.journalEntries(-1),
            "journalEntries (-1) must be 0 or more; 0 switches journals"),
        wrong(b -> b.refuseOldForms(List.of("all")), "old form (all) must be one of ["));
  }

  private static Arguments wrong(Consumer<FakeBeeperConfig.Builder> step, String message) {
    return Arguments.of(step, message);
  }

  @ParameterizedTest
  @MethodSource("misuse")
  void a_wrong_value_is_refused_at_once_with_name_value_and_rule(
      Consumer<FakeBeeperConfig.Builder> step, String message) {
    var builder = FakeBeeperConfig.forTests().toBuilder();

    assertThatThrownBy(() -> step.accept(builder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void the_preset_for_tests_takes_a_free_port_and_stops_the_clock() {
    var config = FakeBeeperConfig.forTests();

    assertThat(config.port()).isZero();
    assertThat(config.settings().frozenAt()).isNotNull();
  }

  @Test
  void the_preset_for_a_server_has_the_port_of_the_application_and_real_time() {
    var config = FakeBeeperConfig.forServe();

    assertThat(config.port()).isEqualTo(23373);
    assertThat(config.settings().frozenAt()).isNull();
  }

  @Test
  void a_builder_changes_its_own_copy_only() {
    var config = FakeBeeperConfig.forTests();
    var changed = config.toBuilder().token("other").build();

    assertThat(config.token()).isEqualTo("fake-beeper");
    assertThat(changed.token()).isEqualTo("other");
  }

  @Test
  void the_text_form_keeps_the_token_to_itself() {
    var config = FakeBeeperConfig.forTests().toBuilder().token("s3cret").build();

    assertThat(config.toString()).doesNotContain("s3cret");
  }
}
