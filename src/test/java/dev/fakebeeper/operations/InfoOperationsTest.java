package dev.fakebeeper.operations;

import static dev.fakebeeper.operations.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Parameters;
import dev.fakebeeper.testing.TestWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoOperationsTest {
  private final TestWorld world = new TestWorld();
  private final Caller caller = new Caller(world.world(), new MediaFolder());

  private JsonNode infoAt(String baseUrl) {
    var contract = Contract.bundled();
    var request =
        new CheckedRequest(List.of(), List.of(), Parameters.ofPath(Map.of()), null, List.of());
    var call =
        new Call(
            contract.find("getInfo").orElseThrow(),
            request,
            ApiRequest.of("GET", "/v1/info", null),
            new Session(world.world(), null),
            baseUrl);
    return json(new InfoOperations(contract).info(call));
  }

  @Test
  void tells_what_a_client_looks_for() {
    var info = json(caller.get("/v1/info"));

    assertThat(info.at("/app/name").asText()).isEqualTo("Beeper");
    assertThat(info.at("/app/bundle_id").asText()).isEqualTo("com.automattic.beeper.desktop");
    assertThat(info.at("/app/version").asText()).isEqualTo(ApiVersion.latest().toString());
    assertThat(info.at("/server/status").asText()).isEqualTo("running");
    assertThat(info.at("/server/base_url").asText()).isEqualTo("http://127.0.0.1:23373");
    assertThat(info.at("/endpoints/ws_events").asText()).isEqualTo("http://127.0.0.1:23373/v1/ws");
    assertThat(info.at("/endpoints/mcp").asText()).isEqualTo("http://127.0.0.1:23373/v0/mcp");
    assertThat(info.at("/endpoints/oauth")).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:23373, 127.0.0.1, 23373, false",
    "http://localhost, localhost, 80, false",
    "http://[::1]:4000, ::1, 4000, false",
    "https://beeper.example, beeper.example, 443, true",
    "http://my_host:81/prefix, my_host, 81, true"
  })
  void follows_the_url_by_which_the_caller_came(
      String baseUrl, String host, int port, boolean remote) {
    var server = infoAt(baseUrl).get("server");

    assertThat(server.get("hostname").asText()).isEqualTo(host);
    assertThat(server.get("port").asInt()).isEqualTo(port);
    assertThat(server.get("remote_access").asBoolean()).isEqualTo(remote);
  }

  @Test
  void the_spec_is_the_document_of_the_contract() {
    var spec = json(caller.get("/v1/spec"));

    assertThat(spec.get("openapi").asText()).startsWith("3.1");
    assertThat(spec.get("paths").has("/v1/info")).isTrue();
  }

  @Test
  void the_oauth_metadata_names_no_introspection() {
    var metadata = json(caller.get("/.well-known/oauth-authorization-server"));

    assertThat(metadata.get("issuer").asText()).isEqualTo("http://127.0.0.1:23373");
    assertThat(metadata.has("introspection_endpoint")).isFalse();
    assertThat(metadata.get("code_challenge_methods_supported").get(0).asText()).isEqualTo("S256");
    assertThat(metadata.get("service_documentation").asText()).endsWith("/v1/spec");
  }
}
