package dev.fakebeeper.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.Group;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.scenarios.Scenarios;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every answer that the document of the control API declares is given over real HTTP: the success
 * to the example of the document itself, each refusal to a request that provokes it; and each keeps
 * the document. Only the fault of fake-beeper, 500, cannot be provoked.
 */
class ControlFactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Contract CONTRACT = ControlApi.contract();
  private static final JsonNode DOCUMENT = document();
  @TempDir static Path folder;

  private static final String WEATHER = "@telegram_296325179:beeper.local";

  /** Refusals that need a request of their own: another body, or something done before. */
  private static final Map<String, Play> PLAYS = plays();

  /** What happens before, and the body in place of the example. */
  private record Play(Preparation before, String body) {}

  @FunctionalInterface
  private interface Preparation {
    void on(FakeBeeper beeper) throws Exception;
  }

  /**
   * A socket does not get as far in time only if its client reads nothing for five seconds while
   * more is sent than the network takes; too slow to be played for each of these.
   */
  private static final Set<String> NOT_PLAYED =
      Set.of("closeSockets 409", "cutSockets 409", "halfOpenSockets 409", "sendFrame 409");

  private static Map<String, Play> plays() {
    var plays = new HashMap<String, Play>();
    body(plays, "createWorld 404", "{'name': 'copy', 'from': {'fork': 'nowhere'}}");
    body(plays, "createWorld 409", "{'name': 'default'}");
    body(plays, "addAccount 409", "{'accountID': 'matrix', 'network': 'matrix', 'userID': 'x'}");
    body(plays, "createIncomingHistory 409", "{'chatID': '1030', 'count': 100000}");
    body(plays, "createIncomingHistory 422", "{'chatID': '1040', 'count': 1}");
    body(
        plays,
        "createIncomingGroup 422",
        "{'accountID': 'telegram', 'title': 'x', 'members': ['" + WEATHER + "']}");
    body(plays, "createIncomingChat 422", "{'accountID': 'telegram', 'userID': '" + WEATHER + "'}");
    body(plays, "awaitSockets 409", "{'open': 1, 'within': 'PT0.01S'}");
    body(plays, "awaitHeldAnswers 409", "{'answers': 1, 'within': 'PT0.01S'}");
    body(plays, "verify 409", "{'requests': {}}");
    plays.put(
        "loadScenario 409",
        new Play(ControlFactsTest::scenario, "{'name': 'send-fails-for-good'}"));
    for (var action : new String[] {"confirm", "decline", "rotate"}) {
      plays.put(action + "Login 409", new Play(beeper -> signIn(beeper, "phone"), ""));
    }
    plays.put("expireLogin 409", new Play(ControlFactsTest::twoSignIns, ""));
    plays.put("patchLoginSession 409", new Play(ControlFactsTest::twoSignIns, "{'tries': 1}"));
    plays.put(
        "failLogin 409",
        new Play(ControlFactsTest::twoSignIns, "{'code': 'banned', 'message': 'Banned'}"));
    body(plays, "addSetupMember 422", "{'email': 'juno@example.org', 'username': 'Juno Tern'}");
    body(plays, "actOnVerification 409", "{'does': 'accept'}");
    plays.put(
        "requestVerification 409",
        new Play(beeper -> beeper.world().setup().signOut(), "{'purpose': 'login'}"));
    plays.put("approveQuestion 409", new Play(ControlFactsTest::twoQuestions, ""));
    plays.put("denyQuestion 409", new Play(ControlFactsTest::twoQuestions, ""));
    plays.put(
        "planFault 409",
        new Play(ControlFactsTest::fault, "{'name': 'flaky', 'on': {'group': 'all'}, 'hang': {}}"));
    plays.put(
        "saveSnapshot 409", new Play(ControlFactsTest::snapshot, "{'name': 'before-checkout'}"));
    return plays;
  }

  private static void body(Map<String, Play> plays, String play, String body) {
    plays.put(play, new Play(beeper -> {}, body));
  }

  private static void scenario(FakeBeeper beeper) {
    beeper.world().scenarios().load(Scenarios.named("send-fails-for-good"));
  }

  private static void fault(FakeBeeper beeper) {
    beeper.world().faults().plan(Fault.on(Group.ALL).hang().named("flaky"));
  }

  private static void twoSignIns(FakeBeeper beeper) {
    signIn(beeper, "qr");
    signIn(beeper, "qr");
  }

  private static void signIn(FakeBeeper beeper, String flow) {
    call(beeper, "/v1/bridges/telegram/login-sessions", "{\"flowID\":\"" + flow + "\"}");
  }

  private static void twoQuestions(FakeBeeper beeper) {
    question(beeper, "one");
    question(beeper, "two");
  }

  private static void question(FakeBeeper beeper, String state) {
    beeper.world().oauth().addClient("raycast", "Raycast");
    var path =
        "/oauth/authorize?client_id=raycast&response_type=code&redirect_uri=http%3A%2F%2Fx%2Fcb&state="
            + state
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    var asked = send(HttpRequest.newBuilder(URI.create(beeper.baseUri() + path)).build());
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
  }

  private static void snapshot(FakeBeeper beeper) {
    beeper.world().snapshots().save("before-checkout");
  }

  @TestFactory
  Stream<DynamicTest> every_declared_answer_is_given() {
    return CONTRACT.operations().stream().flatMap(ControlFactsTest::tests);
  }

  private static Stream<DynamicTest> tests(Operation operation) {
    var tests = new ArrayList<DynamicTest>();
    for (var declared : node(operation).path("responses").properties()) {
      int status = Integer.parseInt(declared.getKey());
      var name = operation.id() + " " + status;
      if (status != 500 && !NOT_PLAYED.contains(name)) {
        tests.add(DynamicTest.dynamicTest(name, () -> play(operation, status)));
      }
    }
    return tests.stream();
  }

  private static void play(Operation operation, int status) throws Exception {
    try (var beeper = FakeBeeper.start(config(operation, status))) {
      var play = PLAYS.get(operation.id() + " " + status);
      if (play == null) {
        prepare(operation, beeper);
      } else {
        play.before().on(beeper);
      }
      var body = play == null ? example(operation) : play.body().replace('\'', '"');

      var answer = send(request(operation, status, beeper, body));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertKeepsTheDocument(operation, answer);
      if (status >= 400) {
        var problem = JSON.readTree(answer.body());
        assertThat(answer.headers().firstValue(Diagnosis.HEADER))
            .hasValueSatisfying(
                header ->
                    assertThat(header).startsWith("[" + problem.path("code").asText() + "] "));
      }
    }
  }

  private static FakeBeeperConfig config(Operation operation, int status) {
    var config = FakeBeeperConfig.forTests().toBuilder();
    if (operation.tag().equals("Replay") && status == 200) {
      config.replay(Path.of("src/test/resources/recordings/by-hand"));
    }
    if (operation.id().endsWith("Coverage") && status == 200) {
      config.coverage();
    }
    if (operation.id().equals("verify") && status == 409) {
      config.journalEntries(0);
    }
    if (operation.id().endsWith("Recording") && status == 200) {
      config.record(URI.create("http://127.0.0.1:9"), RecorderSettings.into(newFolder()));
    }
    if (status == 401) {
      config.controlToken("s3cret");
    } else if (status == 413) {
      config.maxBodyBytes(1).maxUploadBytes(1);
    }
    return config.build();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(folder, "recording");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the example of an operation refers to. */
  private static void prepare(Operation operation, FakeBeeper beeper) {
    if (operation.path().contains("{snapshot}")) {
      snapshot(beeper);
    }
    if (operation.path().contains("/worlds/{world}/scenarios/{scenario}")) {
      scenario(beeper);
    }
    if (operation.path().contains("{number}")) {
      pending(beeper);
    }
    if (operation.path().contains("{fault}")) {
      fault(beeper);
    }
    if (operation.path().contains("{question}")) {
      question(beeper, "one");
    }
    if (operation.path().contains("{login}")) {
      signIn(beeper, "qr");
    }
    if (operation.id().equals("actOnVerification")) {
      call(beeper, "/v1/app/setup/verifications", "{}");
    }
    if (operation.path().contains("{ruleID}")) {
      beeper.world().sockets().every().lose();
    }
  }

  private static HttpRequest request(
      Operation operation, int status, FakeBeeper beeper, String body) {
    var query = status == 400 ? "?colour=red" : "";
    var request =
        HttpRequest.newBuilder(
            URI.create(beeper.baseUri() + path(operation, status, beeper) + query));
    if (status == 403) {
      request.header("Origin", "https://example.org");
    }
    if (body.isEmpty()) {
      return request.method(operation.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(operation.method(), BodyPublishers.ofString(body))
        .build();
  }

  private static String path(Operation operation, int status, FakeBeeper beeper) {
    var path = operation.path();
    if (status == 404) {
      path = path.replace("{world}", "nowhere").replace("{scenario}", "nothing");
    }
    if (operation.id().equals("stepSend")) {
      path = path.replace("{pendingMessageID}", pending(beeper));
    }
    for (var parameter : DOCUMENT.at("/components/parameters")) {
      var value = encoded(parameter.path("example").asText());
      path = path.replace("{" + parameter.path("name").asText() + "}", value);
    }
    return path;
  }

  private static String pending(FakeBeeper beeper) {
    beeper.world().sends().everywhere(plan -> plan.byHand());
    var sent = call(beeper, "/v1/chats/1030/messages", "{\"text\":\"hi\"}");
    return sent.path("pendingMessageID").asText();
  }

  private static JsonNode call(FakeBeeper beeper, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
            .header("Authorization", "Bearer " + beeper.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return tree(send(request).body());
  }

  private static void assertKeepsTheDocument(Operation operation, HttpResponse<String> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    var body =
        switch (type) {
          case "" -> new Body.Empty();
          case "application/json" -> new Body.Json(tree(answer.body()));
          default -> new Body.Text(type, answer.body());
        };

    assertThat(CONTRACT.checkResponse(operation, ApiResponse.of(answer.statusCode(), body)))
        .isEmpty();
  }

  private static String example(Operation operation) {
    return CONTRACT.exampleRequestBody(operation).map(JsonNode::toString).orElse("");
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.toString(), e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  private static JsonNode document() {
    try (var in = ControlApi.class.getResourceAsStream("/dev/fakebeeper/control-openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode node(Operation operation) {
    return DOCUMENT
        .path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
