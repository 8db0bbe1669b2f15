package dev.fakebeeper.stubs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WireMock's own client against our port. */
@Timeout(60)
class AdminApiTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ACCOUNTS = "/v1/accounts";

  private FakeBeeper beeper;
  private WireMock wireMock;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    wireMock = WireMock.create().host("localhost").port(beeper.port()).build();
    WireMock.configureFor(wireMock); // some of its methods are static
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private HttpResponse<String> ask(FakeWorld world, String path) throws Exception {
    return send("GET", path, Map.of("Authorization", "Bearer " + world.token()), "");
  }

  private HttpResponse<String> send(
      String method, String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(beeper.baseUri().resolve(path))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void a_stub_of_the_client_answers_until_it_is_removed() throws Exception {
    var stub = wireMock.register(get(urlEqualTo(ACCOUNTS)).willReturn(okJson("[]")));
    assertThat(ask(beeper.world(), ACCOUNTS).body()).isEqualTo("[]");
    assertThat(wireMock.allStubMappings().getMappings()).containsExactly(stub);
    assertThat(beeper.world().stubs().list()).hasSize(1);

    wireMock.removeStubMapping(stub);

    assertThat(ask(beeper.world(), ACCOUNTS).body()).isNotEqualTo("[]");
  }

  @Test
  void requests_are_verified_found_and_forgotten() throws Exception {
    wireMock.register(get(urlPathEqualTo(ACCOUNTS)).willReturn(okJson("[]")));
    ask(beeper.world(), ACCOUNTS + "?a=1");
    ask(beeper.world(), ACCOUNTS + "?a=2");

    wireMock.verifyThat(2, getRequestedFor(urlPathEqualTo(ACCOUNTS)));
    assertThat(wireMock.find(getRequestedFor(urlPathEqualTo(ACCOUNTS))))
        .extracting("url")
        .containsExactly(ACCOUNTS + "?a=1", ACCOUNTS + "?a=2");
    assertThatThrownBy(() -> wireMock.verifyThat(1, getRequestedFor(urlPathEqualTo(ACCOUNTS))))
        .isInstanceOf(VerificationException.class);
    wireMock.resetRequests();
    wireMock.verifyThat(0, getRequestedFor(anyUrl()));
  }

  @Test
  void a_miss_has_its_nearest_mapping() throws Exception {
    wireMock.register(get(urlEqualTo(ACCOUNTS + "?a=1")).willReturn(okJson("[]")));
    ask(beeper.world(), ACCOUNTS + "?a=2");

    var misses = WireMock.findNearMissesForAllUnmatched();

    assertThat(misses).hasSize(1);
    assertThat(misses.get(0).getStubMapping().getRequest().getUrl()).isEqualTo(ACCOUNTS + "?a=1");
  }

  @Test
  void stub_scenarios_are_seen_and_reset() throws Exception {
    var unavailable =
        aResponse()
            .withStatus(503)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"message\": \"Down\", \"code\": \"UNAVAILABLE\"}");
    wireMock.register(
        get(urlEqualTo(ACCOUNTS))
            .inScenario("outage")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("back")
            .withMetadata(Map.of("fakeBeeper", Map.of("breaksContract", true)))
            .willReturn(unavailable));
    assertThat(ask(beeper.world(), ACCOUNTS).statusCode()).isEqualTo(503);
    assertThat(ask(beeper.world(), ACCOUNTS).statusCode()).isEqualTo(200);
    assertThat(WireMock.getAllScenarios()).extracting("state").containsExactly("back");

    wireMock.resetScenarios();

    assertThat(ask(beeper.world(), ACCOUNTS).statusCode()).isEqualTo(503);
  }

  @Test
  void a_reset_of_the_client_goes_back_to_the_start() throws Exception {
    wireMock.register(get(urlEqualTo(ACCOUNTS)).willReturn(okJson("[]")));

    wireMock.resetToDefaultMappings();

    assertThat(beeper.world().stubs().list()).isEmpty();
    assertThat(ask(beeper.world(), ACCOUNTS).body()).isNotEqualTo("[]");
  }

  @Test
  void a_stub_that_breaks_the_contract_is_refused() {
    assertThatThrownBy(() -> wireMock.register(get(urlEqualTo(ACCOUNTS)).willReturn(okJson("{}"))))
        .hasMessageContaining("This answer to getAccounts breaks the contract");
  }

  @Test
  void the_path_or_a_header_says_whose_stubs_they_are() throws Exception {
    var other = beeper.worlds().open(NewWorld.named("other"));
    WireMock.create()
        .host("localhost")
        .port(beeper.port())
        .urlPathPrefix("/__control/worlds/other")
        .build()
        .register(get(urlEqualTo(ACCOUNTS)).willReturn(okJson("[]")));

    assertThat(ask(other, ACCOUNTS).body()).isEqualTo("[]");
    assertThat(ask(beeper.world(), ACCOUNTS).body()).isNotEqualTo("[]");
    assertThat(send("GET", "/__admin/mappings", Map.of("X-Fake-Beeper-World", "other"), "").body())
        .contains("\"total\" : 1");
    assertThat(
            send("GET", "/__admin/mappings", Map.of("Authorization", "Bearer " + other.token()), "")
                .body())
        .contains("\"total\" : 1");
    assertThat(send("GET", "/__control/worlds/nobody/__admin/mappings", Map.of(), "").statusCode())
        .isEqualTo(404);
    assertThat(send("GET", "/__admin/mappings", Map.of("X-Fake-Beeper-World", "nobody"), "").body())
        .contains("FB-CONTROL-WORLD-UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /__admin/recordings/start",
    "POST, /__admin/recordings/snapshot",
    "POST, /__admin/shutdown",
    "GET, /__admin/recordings/status",
    "GET, /__admin/certs/wiremock-ca.crt"
  })
  void recording_shutting_down_and_certificates_are_not_served(String method, String path)
      throws Exception {
    var answer = send(method, path, Map.of(), "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("FB-CONTROL-UNSUPPORTED");
    assertThat(ask(beeper.world(), ACCOUNTS).statusCode()).isEqualTo(200);
  }

  @Test
  void nothing_is_written_to_disk() throws Exception {
    wireMock.register(get(urlEqualTo(ACCOUNTS)).persistent().willReturn(okJson("[]")));

    assertThat(send("PUT", "/__admin/files/a.txt", Map.of(), "text").statusCode()).isEqualTo(422);
    assertThat(send("POST", "/__admin/mappings/save", Map.of(), "").statusCode()).isEqualTo(422);
  }

  @Test
  void a_page_of_another_machine_may_not_use_it() throws Exception {
    var answer = send("GET", "/__admin/mappings", Map.of("Origin", "https://evil.example"), "");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("FB-ORIGIN-REFUSED");
  }

  @Test
  void with_a_control_token_it_asks_for_that() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().controlToken("secret").build();
    try (var guarded = FakeBeeper.start(config)) {
      var uri = guarded.baseUri().resolve("/__admin/mappings");
      var without = HttpRequest.newBuilder(uri).build();
      var with =
          HttpRequest.newBuilder(uri).header("X-Fake-Beeper-Control-Token", "secret").build();

      assertThat(HTTP.send(without, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      assertThat(HTTP.send(with, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_client_carries_the_token_by_its_authenticator() {
    var config = FakeBeeperConfig.forTests().toBuilder().controlToken("secret").build();
    try (var guarded = FakeBeeper.start(config)) {
      var client =
          WireMock.create()
              .host("localhost")
              .port(guarded.port())
              .authenticator(() -> List.of(new HttpHeader("Authorization", "Bearer secret")))
              .build();

      client.register(get(urlEqualTo(ACCOUNTS)).willReturn(okJson("[]")));

      assertThat(guarded.world().stubs().list()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /__admin/mappings, null",
    "POST, /__admin/mappings/import, {}",
    "GET, /__admin/requests?limit=-1, ''"
  })
  void what_makes_wiremock_fail_is_refused_with_the_reason(String method, String path, String body)
      throws Exception {
    var answer = send(method, path, Map.of("Content-Type", "application/json"), body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("errors", "WireMock cannot use this request: ");
    assertThat(wireMock.allStubMappings().getMappings()).isEmpty();
  }
}
