package dev.fakebeeper.recording.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonBody;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.recording.Calls;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.drift.Drift.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
  private static final Contract CONTRACT = Contract.bundled();

  private final DriftCheck check = new DriftCheck(CONTRACT);

  @Test
  void a_good_answer_of_every_operation_shows_no_drift() {
    for (var operation : CONTRACT.operations()) {
      check.add(example(operation, tree -> {}), "mappings/1.json");
    }

    var report = report();
    assertThat(report.of(Side.APP)).isEmpty();
    assertThat(report.unseen()).isEmpty();
    assertThat(report.text()).contains("The app does as the contract says.");
  }

  @Test
  void an_unknown_field_of_items_is_told_once_with_its_count() {
    var chats = CONTRACT.find("listChats").orElseThrow();
    Consumer<JsonNode> plant =
        tree -> tree.path("items").forEach(item -> ((ObjectNode) item).put("mood", "sunny"));

    check.add(example(chats, plant), "mappings/0001-listChats.json");
    check.add(example(chats, plant), "mappings/0002-listChats.json");

    assertThat(report().drifts())
        .extracting(Drift::text)
        .singleElement()
        .asString()
        .startsWith("unknown field /items/*/mood in answer 200: expected one of ")
        .contains(", got a text (2 times; openapi.yaml:")
        .endsWith("; see mappings/0001-listChats.json /items/0/mood)");
  }

  @Test
  void each_kind_of_difference_has_its_name() {
    var chat = CONTRACT.find("getChat").orElseThrow();

    check.add(example(chat, tree -> ((ObjectNode) tree).remove("id")), "1");
    check.add(example(chat, tree -> ((ObjectNode) tree).put("unreadCount", "3")), "2");
    check.add(example(chat, tree -> ((ObjectNode) tree).put("type", "swarm")), "3");
    check.add(answering(418, "application/json", "{}"), "4");
    check.add(answering(200, "text/html", "<p>"), "5");
    check.add(answering(200, "application/json", "{"), "6");
    check.add(answering(200, "application/json", ""), "7");

    assertThat(report().drifts())
        .extracting(
            d ->
                d.kind().word()
                    + "|"
                    + d.part()
                    + "|"
                    + d.place()
                    + "|"
                    + d.got()
                    + "|"
                    + d.example())
        .containsExactly(
            "missing-field|answer 200|/id|nothing|1 /id",
            "wrong-type|answer 200|/unreadCount|a text|2 /unreadCount",
            "unknown-value|answer 200|/type|\"swarm\"|3 /type",
            "undocumented-status|answer 418||418|4",
            "undocumented-media-type|answer 200|Content-Type|text/html|5",
            "broken-rule|answer 200|||6",
            "missing-field|answer 200||nothing|7");
  }

  private static RecordedCall answering(int status, String type, String body) {
    var headers =
        HttpHeaders.of(
            Map.of("Content-Type", List.of(type), "X-Beeper-Desktop-Version", List.of("4.3.0")));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return Calls.call(
        Calls.request("GET", "/v1/chats/a", ""), new RecordedAnswer(status, headers, bytes));
  }

  @Test
  void a_route_that_only_the_app_knows_is_drift_and_one_that_nobody_knows_is_the_clients() {
    check.add(Calls.get("/v1/rooms/!abc:x.org/mood", 200, "{}"), "1");
    check.add(Calls.get("/v1/rooms/!def:x.org/mood", 200, "{}"), "2");
    check.add(Calls.get("/v1/room", 404, "{}"), "3");
    check.add(Calls.get("/v1/ws", 401, "{}"), "4");

    assertThat(report().drifts())
        .extracting(d -> d.side() + " " + d.operation() + " " + d.count())
        .containsExactly("APP GET /v1/rooms/*/mood 2", "CLIENT GET /v1/room 1");
    assertThat(report().of(Side.APP).get(0).kind()).isEqualTo(DriftKind.UNKNOWN_ROUTE);
  }

  @Test
  void what_the_client_breaks_is_told_apart_and_is_no_drift() {
    var send = CONTRACT.find("sendMessage").orElseThrow();
    var good = example(send, tree -> {});
    var request = Calls.request("POST", good.request().rawPath(), "{\"texd\":\"hello\"}");

    check.add(new RecordedCall(good.after(), good.took(), request, good.answer()), "1");

    assertThat(report().hasDrift()).isFalse();
    assertThat(report().of(Side.CLIENT))
        .extracting(d -> d.kind().word() + " " + d.place())
        .contains("unknown-field /texd");
    assertThat(report().text()).contains("The client differs from the contract:");
  }

  @Test
  void a_parameter_of_the_client_is_told_without_its_value() {
    check.add(Calls.get("/v1/messages/search?limit=many&mood=sunny", 400, ""), "1");

    assertThat(report().of(Side.CLIENT))
        .extracting(d -> d.kind().word() + " " + d.place() + " " + d.got())
        .contains("wrong-type limit ", "unknown-field mood ");
  }

  @Test
  void frames_are_checked_by_their_type() {
    var event =
        """
        {"type":"chat.upserted","seq":1,"ts":"2026-03-02T09:00:00Z","chatID":"a","ids":["a"]}""";

    check.add(Sender.APP, event, event, "s");
    check.add(Sender.APP, event.replace("\"seq\":1", "\"seq\":\"1\""), event, "s");
    check.add(Sender.APP, event.replace("\"seq\"", "\"mood\":1,\"seq\""), event, "s");
    check.add(Sender.APP, "{\"type\":\"chat.typing\"}", "{\"type\":\"chat.typing\"}", "s");
    check.add(Sender.APP, "no JSON", "no JSON", "s");
    check.add(Sender.CLIENT, "{\"type\":\"subscriptions.set\",\"chatIDs\":[]}", "{}", "s");

    var report = report();
    assertThat(report.frames()).isEqualTo(6);
    assertThat(report.drifts())
        .extracting(d -> d.operation() + "|" + d.part() + "|" + d.kind().word() + "|" + d.place())
        .containsExactly(
            "webSocket|frame chat.upserted|wrong-type|/seq",
            "webSocket|frame chat.upserted|unknown-field|/*",
            "webSocket|frame chat.typing|unknown-frame|/type",
            "webSocket|frame|broken-rule|");
  }

  @Test
  void a_report_quotes_only_what_was_redacted() {
    var chat = CONTRACT.find("getChat").orElseThrow();
    var raw = example(chat, tree -> plant((ObjectNode) tree, "Mia Secret", "mia_secret"));
    var redacted = example(chat, tree -> plant((ObjectNode) tree, "Name 1", "key_1"));

    check.add(raw, redacted, "1");

    var report = report();
    assertThat(report.drifts()).extracting(Drift::place).containsExactlyInAnyOrder("/type", "/*");
    assertThat(report.text() + report.json() + report.junitXml())
        .contains("Name 1")
        .doesNotContainIgnoringCase("secret");
  }

  private static void plant(ObjectNode chat, String value, String key) {
    chat.put("type", value);
    chat.put(key, 1);
  }

  @Test
  void a_browsers_question_is_no_call() {
    check.add(Calls.call(Calls.request("OPTIONS", "/v1/chats", ""), Calls.answer(204, "")), "1");

    assertThat(report().drifts()).isEmpty();
  }

  @Test
  void many_differences_are_counted_and_not_kept() {
    for (int i = 0; i < 1_100; i++) {
      check.add(Calls.get("/v1/" + "x".repeat(i + 1), 200, "{}"), "1");
    }

    assertThat(report().drifts()).hasSize(1_000);
    assertThat(report().more()).isEqualTo(100);
    assertThat(report().text()).contains("And 100 more differences.");
  }

  @Test
  void a_client_that_tries_many_paths_hides_no_drift_of_the_app() {
    for (int i = 0; i < 1_100; i++) {
      check.add(Calls.get("/v1/" + "x".repeat(i + 1), 404, "{}"), "1");
    }
    check.add(Calls.get("/v1/mood", 200, "{}"), "2");

    assertThat(report().hasDrift()).isTrue();
    assertThat(report().text())
        .contains("The app differs from the contract:", "/v1/mood")
        .contains("And 100 more differences.");
  }

  @Test
  void a_report_of_nothing_praises_nobody() {
    assertThat(report().text())
        .contains("So this says nothing about the app.")
        .doesNotContain("does as the contract says");
  }

  @Test
  void the_json_and_the_xml_tell_the_same() {
    check.add(Calls.get("/v1/mood", 200, "{}"), "mappings/1.json");

    var report = report();
    assertThat(report.json().at("/drifts/0").toString())
        .isEqualTo(
            """
            {"side":"app","operation":"GET /v1/mood","part":"answer 200","kind":"unknown-route",\
            "place":"","expected":"an operation of the contract","got":"status 200","rule":"",\
            "count":1,"example":"mappings/1.json"}""");
    assertThat(report.junitXml())
        .contains("<testsuite name=\"GET /v1/mood\" errors=\"0\" failures=\"1\"")
        .contains("classname=\"drift.GET /v1/mood\"")
        .contains("type=\"drift\"");
  }

  private DriftReport report() {
    return check.report("5.0.0");
  }

  private static RecordedCall example(Operation operation, Consumer<JsonNode> change) {
    var example = CONTRACT.example(operation);
    Optional<JsonNode> tree = JsonBody.tree(example.body()).map(JsonNode::deepCopy);
    tree.ifPresent(change);
    var type = example.body() instanceof Body.Text text ? text.contentType() : "application/json";
    if (example.body() instanceof Body.Stream stream) {
      type = stream.contentType();
    }
    var headers =
        HttpHeaders.of(
            Map.of("Content-Type", List.of(type), "X-Beeper-Desktop-Version", List.of("4.3.0")));
    var noJson =
        example.body() instanceof Body.Empty ? new byte[0] : "x".getBytes(StandardCharsets.UTF_8);
    var answer =
        new RecordedAnswer(example.status(), headers, tree.map(Json::bytes).orElse(noJson));
    var path = operation.path().replaceAll("\\{[^}]*}", "a");
    return Calls.call(ApiRequest.of(operation.method(), path, null), answer);
  }
}
