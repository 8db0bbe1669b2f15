package dev.fakebeeper.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.journal.DiagnosisCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAccessTest {
  private final ControlAccess local = ControlAccess.local("127.0.0.2");
  private final ControlAccess secret = ControlAccess.withToken("s3cret");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:23373",
        "LOCALHOST:1",
        "localhost.:1",
        "fake.localhost",
        "127.0.0.1:23373",
        "127.0.0.2",
        "[::1]:23373"
      })
  void a_host_of_this_machine_is_let_in(String host) {
    assertThat(local.refusal(with("Host", host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "example.org:23373",
        "notlocalhost",
        "128.0.0.1",
        "[::2]:23373"
      })
  void a_host_of_another_machine_is_refused(String host) {
    assertThat(local.refusal(with("Host", host)))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.status()).isEqualTo(403);
              assertThat(problem.code()).isEqualTo(DiagnosisCode.CONTROL_HOST_REFUSED);
              assertThat(problem.message()).contains(host);
            });
  }

  @Test
  void the_token_opens_in_either_header_whatever_the_host() {
    assertThat(secret.refusal(with("Authorization", "Bearer s3cret"))).isEmpty();
    assertThat(secret.refusal(with("authorization", "bearer  s3cret "))).isEmpty();
    assertThat(secret.refusal(with(ControlAccess.TOKEN_HEADER, "s3cret"))).isEmpty();
  }

  @Test
  void no_token_and_a_wrong_one_are_told_apart() {
    assertThat(secret.refusal(with("Host", "localhost")))
        .hasValueSatisfying(problem -> assertThat(problem.message()).contains("none came"));
    assertThat(secret.refusal(with("Authorization", "Bearer fake-beeper")))
        .hasValueSatisfying(problem -> assertThat(problem.message()).contains("another one came"));
    assertThat(secret.refusal(with("Authorization", "Basic s3cret"))).isPresent();
  }

  private static ApiRequest with(String name, String value) {
    return new ApiRequest(
        "GET",
        "/__control/worlds",
        null,
        HttpHeaders.none().with(name, value),
        new byte[0],
        List.of());
  }
}
