package dev.fakebeeper.stubs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.stubs.EngineSettings.Proxying;
import dev.fakebeeper.stubs.Manner.Mischief;
import dev.fakebeeper.stubs.StubException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine by itself: mappings in, answers out, no server, no thread. */
class EngineTest {
  private static final String BASE = "http://127.0.0.1:4000";

  private final Engine engine = engineWith();

  @Test
  void a_mapping_answers_and_what_matches_none_gets_no_answer() {
    engine.put(mapping("GET", "/v1/accounts", "[]"));

    var answer = ask("GET", "/v1/accounts").orElseThrow();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("[]");
    assertThat(answer.manner()).isEqualTo(Manner.PLAIN);
    assertThat(ask("GET", "/v1/chats")).isEmpty();
  }

  @Test
  void nothing_is_left_running() {
    var before = Set.copyOf(Thread.getAllStackTraces().keySet());

    var other = engineWith(mapping("GET", "/v1/accounts", "[]"));
    other.answer(ApiRequest.of("GET", "/v1/accounts", null), BASE);

    assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
  }

  @Test
  void a_mapping_counts_however_it_comes_and_goes() {
    var two = engineWith(mapping("GET", "/a", "1"), mapping("GET", "/b", "2"));
    assertThat(two.count()).isEqualTo(2);

    var third = two.put(mapping("GET", "/c", "3"));
    assertThat(two.count()).isEqualTo(3);
    assertThat(two.remove(third)).isTrue();
    assertThat(two.remove(third)).isFalse();
    assertThat(two.count()).isEqualTo(2);
    two.admin(ApiRequest.of("DELETE", "/__admin/mappings", null), BASE);
    assertThat(two.count()).isZero();
    two.reset();
    assertThat(two.count()).isEqualTo(2);
  }

  @Test
  void a_mapping_with_the_id_of_another_takes_its_place() {
    var id = engine.put(mapping("GET", "/v1/accounts", "[1]"));
    engine.put(
        "{\"id\":\"%s\",\"request\":{\"url\":\"/v1/accounts\"},\"response\":{\"body\":\"[2]\"}}"
            .formatted(id));

    assertThat(engine.count()).isEqualTo(1);
    assertThat(text(ask("GET", "/v1/accounts").orElseThrow())).isEqualTo("[2]");
  }

  @Test
  void priority_comes_before_age_and_age_before_nothing() {
    engine.put(mapping("GET", "/v1/accounts", "old"));
    engine.put(mapping("GET", "/v1/accounts", "new"));
    assertThat(text(ask("GET", "/v1/accounts").orElseThrow())).isEqualTo("new");

    engine.put(
        """
        {"priority": 1, "request": {"url": "/v1/accounts"}, "response": {"body": "first"}}""");
    engine.put(mapping("GET", "/v1/accounts", "newest"));

    assertThat(text(ask("GET", "/v1/accounts").orElseThrow())).isEqualTo("first");
  }

  @Test
  void stub_scenarios_go_from_state_to_state_and_back_with_a_reset() {
    var first = state("Started", "sent", "no");
    var second = state("sent", "sent", "yes");
    var scenario = engineWith(first, second);

    assertThat(body(scenario, "/v1/poll")).isEqualTo("no");
    assertThat(body(scenario, "/v1/poll")).isEqualTo("yes");
    assertThat(body(scenario, "/v1/poll")).isEqualTo("yes");
    scenario.reset();
    assertThat(body(scenario, "/v1/poll")).isEqualTo("no");
  }

  private static String state(String before, String after, String body) {
    return """
        {"scenarioName": "poll", "requiredScenarioState": "%s", "newScenarioState": "%s",
         "request": {"urlPath": "/v1/poll"}, "response": {"body": "%s"}}"""
        .formatted(before, after, body);
  }

  @Test
  void a_template_sees_the_request() {
    engine.put(
        """
        {"request": {"method": "POST", "urlPathTemplate": "/v1/chats/{chatID}/messages"},
         "response": {"transformers": ["response-template"],
           "body": "{{request.path.chatID}} {{request.query.a}} {{jsonPath request.body '$.text'}}"}}""");

    var answer =
        engine.answer(
            request("POST", "/v1/chats/c1/messages", "a=b", Map.of(), "{\"text\":\"hi\"}"), BASE);

    assertThat(text(answer.orElseThrow())).isEqualTo("c1 b hi");
  }

  @Test
  void the_matchers_of_headers_cookies_forms_and_absent_parameters_see_what_came() {
    engine.put(
        """
        {"request": {"urlPath": "/v1/x", "method": "POST",
           "headers": {"X-One": {"equalTo": "1"}},
           "cookies": {"theme": {"equalTo": "dark"}},
           "formParameters": {"a": {"equalTo": "b c"}},
           "queryParameters": {"missing": {"absent": true}}},
         "response": {"body": "matched"}}""");
    var headers =
        Map.of(
            "x-one", List.of("1"),
            "Cookie", List.of("lang=en; theme=dark"),
            "Content-Type", List.of("application/x-www-form-urlencoded"));

    assertThat(engine.answer(request("POST", "/v1/x", null, headers, "a=b+c"), BASE)).isPresent();
    assertThat(engine.answer(request("POST", "/v1/x", "missing=1", headers, "a=b+c"), BASE))
        .isEmpty();
    assertThat(engine.answer(request("POST", "/v1/x", null, headers, "a=x"), BASE)).isEmpty();
  }

  /** Guards the version of the schema validator that WireMock needs. */
  @Test
  void the_matcher_by_json_schema_works() {
    engine.put(
        """
        {"request": {"urlPath": "/v1/x", "method": "POST", "bodyPatterns": [{"matchesJsonSchema":
           {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}}]},
         "response": {"body": "matched"}}""");

    assertThat(engine.answer(request("POST", "/v1/x", null, Map.of(), "{\"text\":\"a\"}"), BASE))
        .isPresent();
    assertThat(engine.answer(request("POST", "/v1/x", null, Map.of(), "{\"text\":1}"), BASE))
        .isEmpty();
  }

  @Test
  void delay_dribble_and_name_are_told_and_nothing_waits() {
    engine.put(
        """
        {"name": "slow list", "metadata": {"fakeBeeper": {"breaksContract": true}},
         "request": {"url": "/v1/accounts"},
         "response": {"body": "[]", "fixedDelayMilliseconds": 60000,
           "chunkedDribbleDelay": {"numberOfChunks": 3, "totalDuration": 900}}}""");

    var answer = ask("GET", "/v1/accounts").orElseThrow();

    assertThat(answer.manner().delay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(answer.manner().dribble()).isEqualTo(new Manner.Dribble(3, Duration.ofMillis(900)));
    assertThat(answer.mapping().name()).isEqualTo("slow list");
    assertThat(answer.mapping().breaksContract()).isTrue();
    assertThat(answer.headers().first("Matched-Stub-Name")).contains("slow list");
  }

  @ParameterizedTest
  @EnumSource(Mischief.class)
  void every_fault_is_told(Mischief fault) {
    engine.put(
        "{\"request\":{\"url\":\"/v1/accounts\"},\"response\":{\"fault\":\"%s\"}}"
            .formatted(fault));

    assertThat(ask("GET", "/v1/accounts").orElseThrow().manner().mischief()).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chats/a|b", "/v1/chats/\"x\"", "/v1/chats/%zz", "/v1/chats/[1]"})
  void a_path_that_is_no_uri_is_matched_escaped(String path) {
    engine.put(
        """
        {"request": {"urlPathPattern": "/v1/chats/.*"}, "response": {"body": "matched"}}""");

    assertThat(ask("GET", path)).isPresent();
  }

  @Test
  void the_admin_api_adds_finds_and_verifies() {
    var added =
        engine.admin(
            request("POST", "/__admin/mappings", null, Map.of(), mapping("GET", "/v1/x", "a")),
            BASE);
    assertThat(added.status()).isEqualTo(201);
    assertThat(body(engine, "/v1/x")).isEqualTo("a");

    var found =
        engine.admin(
            request("POST", "/__admin/requests/count", null, Map.of(), "{\"urlPath\": \"/v1/x\"}"),
            BASE);

    assertThat(text(found)).contains("\"count\" : 1");
    assertThat(engine.admin(ApiRequest.of("GET", "/__admin/nothing", null), BASE).status())
        .isEqualTo(404);
  }

  @Test
  void the_gate_sees_every_later_mapping_and_may_refuse_it() {
    var seen = new ArrayList<String>();
    var refusal =
        StubException.in("here", new Mistake(Reason.UNREACHABLE, "", "not here", "Why", "Fix"));
    var settings =
        new EngineSettings(
            List.of(mapping("GET", "/given", "a")),
            List.of(),
            json -> {
              seen.add(json);
              if (json.contains("/bad")) {
                throw refusal;
              }
            },
            Proxying.LOOPBACK);
    var gated = Engine.start(settings);

    assertThat(seen).isEmpty();
    assertThatThrownBy(() -> gated.put(mapping("GET", "/bad", "a"))).isSameAs(refusal);
    var overHttp =
        gated.admin(
            request("POST", "/__admin/mappings", null, Map.of(), mapping("GET", "/bad", "a")),
            BASE);
    assertThat(overHttp.status()).isEqualTo(422);
    assertThat(text(overHttp)).contains("not here");
    assertThat(gated.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"request\": {}, \"response\": {\"status\": \"two\"}}",
        "{\"request\": {\"uri\": \"/a\"}}",
        "{\"request\": {\"method\": \"GET\"}, \"respond\": {}}",
        "{\"response\": {\"base64Body\": \"%%\"}}"
      })
  void what_is_no_mapping_is_refused(String json) {
    assertThatThrownBy(() -> engine.put(json))
        .isInstanceOfSatisfying(
            StubException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
    assertThat(engine.count()).isZero();
  }

  @Test
  void a_body_in_a_file_is_read_from_the_first_folder_that_has_it(
      @TempDir Path one, @TempDir Path two) throws IOException {
    Files.writeString(one.resolve("a.json"), "from one");
    Files.writeString(two.resolve("a.json"), "from two");
    Files.writeString(two.resolve("b.json"), "only in two");
    Files.writeString(two.getParent().resolve("secret.json"), "outside");
    var settings =
        new EngineSettings(
            List.of(file("/a", "a.json"), file("/b", "b.json"), file("/c", "../secret.json")),
            List.of(one, two),
            json -> {},
            Proxying.LOOPBACK);
    var withFiles = Engine.start(settings);

    assertThat(body(withFiles, "/a")).isEqualTo("from one");
    assertThat(body(withFiles, "/b")).isEqualTo("only in two");
    assertThatThrownBy(() -> body(withFiles, "/c")).hasMessageContaining("secret.json");
  }

  private static String file(String url, String name) {
    return "{\"request\":{\"url\":\"%s\"},\"response\":{\"bodyFileName\":\"%s\"}}"
        .formatted(url, name);
  }

  @Test
  void a_proxying_mapping_brings_back_bytes_and_the_spelling_of_headers() throws IOException {
    var upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] binary = {0, 1, (byte) 0xff, 13, 10};
    upstream.createContext(
        "/v1/assets",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "image/png");
          exchange.getResponseHeaders().add("X-Query", exchange.getRequestURI().getRawQuery());
          exchange.sendResponseHeaders(206, binary.length);
          exchange.getResponseBody().write(binary);
          exchange.close();
        });
    upstream.start();
    try {
      engine.put(
          "{\"request\":{\"method\":\"ANY\"},\"response\":{\"proxyBaseUrl\":\"http://127.0.0.1:%d\"}}"
              .formatted(upstream.getAddress().getPort()));

      var answer =
          engine
              .answer(request("GET", "/v1/assets", "url=mxc%3A%2F%2Fa", Map.of(), ""), BASE)
              .orElseThrow();

      assertThat(answer.status()).isEqualTo(206);
      assertThat(answer.body()).isEqualTo(binary);
      assertThat(answer.headers().asMap().keySet()).contains("Content-type", "X-query");
      assertThat(answer.headers().first("X-Query")).contains("url=mxc%3A%2F%2Fa");
    } finally {
      upstream.stop(0);
    }
  }

  @Test
  void a_mapping_must_not_lead_to_another_machine() {
    engine.put("{\"response\":{\"proxyBaseUrl\":\"http://192.0.2.1\"}}");

    var answer = ask("GET", "/v1/accounts").orElseThrow();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains("denied");
  }

  @Test
  void the_requests_that_are_kept_are_bounded() {
    engine.put(mapping("GET", "/v1/x", "a"));
    for (int i = 0; i < RequestRing.MAX_REQUESTS + 50; i++) {
      body(engine, "/v1/x");
    }

    var kept = engine.admin(ApiRequest.of("GET", "/__admin/requests", "limit=1"), BASE);

    assertThat(text(kept)).contains("\"total\" : " + RequestRing.MAX_REQUESTS);
  }

  private static Engine engineWith(String... mappings) {
    return Engine.start(
        new EngineSettings(List.of(mappings), List.of(), json -> {}, Proxying.LOOPBACK));
  }

  private static String mapping(String method, String url, String body) {
    return "{\"request\":{\"method\":\"%s\",\"url\":\"%s\"},\"response\":{\"body\":\"%s\"}}"
        .formatted(method, url, body);
  }

  private Optional<StubAnswer> ask(String method, String path) {
    return engine.answer(ApiRequest.of(method, path, null), BASE);
  }

  private static String body(Engine engine, String path) {
    return text(engine.answer(ApiRequest.of("GET", path, null), BASE).orElseThrow());
  }

  private static ApiRequest request(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    return new ApiRequest(
        method, path, query, HttpHeaders.of(headers), body.getBytes(UTF_8), List.of());
  }

  private static String text(StubAnswer answer) {
    return new String(answer.body(), UTF_8);
  }
}
