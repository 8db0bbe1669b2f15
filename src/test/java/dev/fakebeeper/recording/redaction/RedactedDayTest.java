package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's day against a fake, recorded and redacted. */
class RedactedDayTest {
  /** Members whose texts name the same things; a number of one space is nothing in the other. */
  private static final Map<String, Set<String>> SPACES =
      Map.of(
          "messages",
          Set.of(
              "messageID",
              "linkedMessageID",
              "sortKey",
              "lastReadMessageSortKey",
              "pendingMessageID",
              "oldestCursor",
              "newestCursor"),
          "others",
          Set.of(
              "chatID",
              "accountID",
              "senderID",
              "participantID",
              "localChatID",
              "loginID",
              "username",
              "mentions"),
          "people",
          Set.of("fullName", "phoneNumber", "senderName"));

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Contract contract = Contract.bundled();
  private final List<RecordedCall> raw = new ArrayList<>();
  private final Map<String, String> pseudonyms = new HashMap<>();
  private FakeBeeper beeper;
  private int joined;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
            .header("Authorization", "Bearer " + beeper.token())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
    var parts = path.split("\\?", 2);
    var asked =
        new ApiRequest(
            method,
            parts[0],
            parts.length == 1 ? null : parts[1],
            HttpHeaders.of(request.build().headers().map()),
            body.getBytes(StandardCharsets.UTF_8),
            List.of());
    raw.add(
        new RecordedCall(
            Duration.ZERO,
            Duration.ZERO,
            asked,
            new RecordedAnswer(
                answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body())));
    return answer.body().length == 0 ? Json.mapper().nullNode() : Json.parse(answer.body());
  }

  private JsonNode get(String path) throws Exception {
    return call("GET", path, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void day() throws Exception {
    get("/v1/info");
    get("/v1/accounts").forEach(account -> contacts(account.path("accountID").asText()));
    var chats = get("/v1/chats");
    next("/v1/chats", chats);
    get("/v1/chats/search?limit=3&query=a");
    get("/v1/messages/search?limit=5");
    get("/v1/search?query=e");
    for (var chat : chats.path("items")) {
      var path = "/v1/chats/" + encoded(chat.path("id").asText());
      get("/v1/chats/" + chat.path("localChatID").asText());
      var messages = get(path + "/messages");
      next(path + "/messages", messages);
      for (var message : messages.path("items")) {
        get(path + "/messages/" + message.path("id").asText());
      }
    }
    var first = "/v1/chats/" + encoded(chats.at("/items/0/id").asText());
    var sent = call("POST", first + "/messages", "{\"text\":\"noon, *Ann*?\"}");
    get(first + "/messages/" + sent.path("pendingMessageID").asText());
    call("POST", first + "/read", "{}");
    get("/v1/chats/none");
    get("/v1/chats?cursor=none");
  }

  private void next(String path, JsonNode page) throws Exception {
    if (page.path("oldestCursor").isTextual()) {
      get(path + "?cursor=" + encoded(page.path("oldestCursor").asText()) + "&direction=before");
    }
  }

  private void contacts(String account) {
    try {
      get("/v1/accounts/" + encoded(account) + "/contacts/list?limit=2");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void answers_keep_the_contract_and_ids_still_join_requests_and_answers() throws Exception {
    day();
    var key = "a key".getBytes(StandardCharsets.UTF_8);
    var redactor = new Redactor(contract, key, RedactionRules.strict());

    var redacted = raw.stream().map(redactor::redact).toList();

    for (int i = 0; i < raw.size(); i++) {
      assertSame(contractFindings(raw.get(i)), contractFindings(redacted.get(i)));
      redactor.scan().check("call " + i, redacted.get(i).answer().body());
      join(raw.get(i), redacted.get(i));
    }
    assertThat(raw).hasSizeGreaterThan(20);
    assertThat(pseudonyms).hasSizeGreaterThan(20);
    assertThat(joined).isGreaterThan(20);
    for (var space : SPACES.keySet()) {
      assertThat(pseudonyms.entrySet().stream().filter(one -> one.getKey().startsWith(space)))
          .extracting(Map.Entry::getValue)
          .doesNotHaveDuplicates();
    }
    assertThat(redactor.report().texts()).isNotEmpty();
  }

  private static void assertSame(List<String> before, List<String> after) {
    assertThat(after).isEqualTo(before);
  }

  private List<String> contractFindings(RecordedCall call) {
    var request = call.request();
    if (!(contract.route(request.method(), request.rawPath()) instanceof Routing.Found found)) {
      return List.of("no operation");
    }
    var findings = new ArrayList<String>();
    contract
        .checkRequest(found.operation(), found.pathParameters(), request)
        .violations()
        .forEach(one -> findings.add(one.kind() + " " + one.pointer()));
    var body =
        call.answer().body().length == 0
            ? new Body.Empty()
            : new Body.Json(Json.parse(call.answer().body()));
    var response = new ApiResponse(call.answer().status(), call.answer().headers(), body);
    contract
        .checkResponse(found.operation(), response)
        .forEach(one -> findings.add(one.kind() + " " + one.pointer()));
    return findings;
  }

  /** Whatever joined before is joined by the one pseudonym of it. */
  private void join(RecordedCall before, RecordedCall after) {
    var was = before.request().rawPath().split("/", -1);
    var is = after.request().rawPath().split("/", -1);
    assertThat(is).hasSameSizeAs(was);
    for (int i = 3; i < was.length; i += 2) {
      var known = pseudonyms.get((i == 3 ? "others " : "messages ") + Pairs.decoded(was[i]));
      assertThat(Pairs.decoded(is[i])).isEqualTo(known == null ? Pairs.decoded(is[i]) : known);
      joined += known == null ? 0 : 1;
    }
    joinCursor(before.request().rawQuery(), after.request().rawQuery());
    if (before.answer().body().length > 0) {
      join("", Json.parse(before.answer().body()), Json.parse(after.answer().body()));
    }
  }

  private void joinCursor(String before, String after) {
    if (before != null && before.startsWith("cursor=") && !before.endsWith("none")) {
      var known = pseudonyms.get("messages " + cursor(before));
      assertThat(cursor(after)).isEqualTo(known);
      joined++;
    }
  }

  private static String cursor(String query) {
    return Pairs.decoded(query.replace("cursor=", "").replace("&direction=before", ""));
  }

  private void join(String name, JsonNode before, JsonNode after) {
    if (before.isTextual()) {
      SPACES.forEach(
          (space, names) -> {
            if (names.contains(name)) {
              join(space + " " + before.textValue(), after.textValue());
            }
          });
    }
    assertThat(after.size()).isEqualTo(before.size());
    for (int i = 0; before.isArray() && i < before.size(); i++) {
      join(name, before.get(i), after.get(i));
    }
    if (before.isObject()) {
      var others = after.properties().iterator();
      before
          .properties()
          .forEach(member -> join(member.getKey(), member.getValue(), others.next().getValue()));
    }
  }

  private void join(String before, String after) {
    assertThat(after).as(before).isEqualTo(pseudonyms.computeIfAbsent(before, first -> after));
  }
}
