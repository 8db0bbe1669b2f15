package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final Contract CONTRACT = Contract.bundled();
  private static final Texts TEXTS = CONTRACT.texts();

  /** Writes the kind in place of each text. */
  private static final class Kinds implements TextRewriter {
    @Override
    public JsonNode text(TextRule rule, JsonNode value) {
      return TextNode.valueOf(rule.kind().word());
    }

    @Override
    public JsonNode number(JsonNode value) {
      return value;
    }

    @Override
    public String key(TextRule rule, String key) {
      return rule.kind().word();
    }

    @Override
    public String unknownName(String name) {
      return "unknown " + name;
    }

    @Override
    public JsonNode unknown(JsonNode value) {
      return TextNode.valueOf("unknown " + value.getNodeType());
    }
  }

  private static Operation operation(String id) {
    return CONTRACT.find(id).orElseThrow();
  }

  private static JsonNode answer(String id, int status, String json) {
    var answer = new Texts.OperationAnswer(operation(id), status);
    return TEXTS.responseBody(answer, "application/json", tree(json), new Kinds());
  }

  private static JsonNode request(String id, String json) {
    return TEXTS.requestBody(operation(id), "application/json", tree(json), new Kinds());
  }

  private static JsonNode tree(String json) {
    return Json.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void every_text_of_the_contract_has_a_kind() {
    assertThat(TEXTS.unclassified()).isEmpty();
  }

  @Test
  void a_text_without_a_kind_is_told() {
    var texts = TestContracts.load("drift.yaml").texts();

    assertThat(texts.unclassified()).contains("/components/schemas/Message/properties/senderName");
  }

  @Test
  void texts_numbers_and_flags_of_an_answer_are_told_apart() {
    var told =
        answer(
            "getAccounts",
            200,
            """
            [{"accountID":"a","status":"connected","bridge":{"id":"b","provider":"cloud","type":"c"},
              "user":{"id":"u","phoneNumber":15551230000,"fullName":null,"isSelf":true}}]""");

    assertThat(told)
        .isEqualTo(
            tree(
                """
                [{"accountID":"identifier","status":"constant",
                  "bridge":{"id":"identifier","provider":"constant","type":"constant"},
                  "user":{"id":"identifier","phoneNumber":"phone","fullName":null,"isSelf":true}}]"""));
  }

  @Test
  void what_the_contract_does_not_know_is_told_as_unknown() {
    var told =
        answer(
            "sendMessage",
            200,
            """
            {"chatID":{"deep":"x"},"pendingMessageID":"1","mood":"fine","list":["a"],"n":7}""");

    assertThat(told)
        .isEqualTo(
            tree(
                """
                {"chatID":"unknown OBJECT","pendingMessageID":"ordinal","unknown mood":"unknown STRING",
                 "unknown list":"unknown ARRAY","unknown n":"unknown NUMBER"}"""));
  }

  @Test
  void an_undeclared_status_is_unknown_as_a_whole() {
    assertThat(answer("getInfo", 418, "{\"a\":1}").textValue()).isEqualTo("unknown OBJECT");
  }

  @Test
  void keys_of_maps_have_kinds_of_their_own() {
    var told =
        answer(
            "searchMessages",
            200,
            """
            {"items":[],"hasMore":false,"oldestCursor":null,"newestCursor":"9","chats":{"!a:b":{}}}""");

    assertThat(told.path("chats").path("identifier").isObject()).isTrue();
    assertThat(told.path("newestCursor").textValue()).isEqualTo("cursor");
  }

  @Test
  void a_value_that_fits_no_branch_is_read_by_all_of_them() {
    var told = request("submitLoginStep", "{\"type\":5,\"fields\":{\"phone\":12345}}");

    assertThat(told).isEqualTo(tree("{\"type\":\"constant\",\"fields\":{\"constant\":\"token\"}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "getChat, path, chatID, !a:b, identifier",
    "getMessage, path, messageID, 12, ordinal",
    "searchMessages, query, sender, me, identifier",
    "searchMessages, query, limit, 5, 5",
    "searchMessages, query, chatIDs, 'a,b', 'identifier,identifier'",
    "searchChats, query, includeMuted, true, true",
    "serveAsset, query, url, mxc://a/b, url"
  })
  void parameters_have_kinds(String id, String in, String name, String value, String kind) {
    var told = TEXTS.parameter(operation(id), in, Map.entry(name, value), new Kinds());

    assertThat(told).contains(kind);
  }

  @Test
  void an_undeclared_parameter_has_none() {
    var told = TEXTS.parameter(operation("getChat"), "query", Map.entry("q", "x"), new Kinds());

    assertThat(told).isEmpty();
  }

  @Test
  void frames_and_the_messages_in_them_have_kinds() {
    var frame =
        tree(
            """
            {"type":"message.upserted","seq":1,"ts":"x","chatID":"c","ids":["1"],
             "entries":[{"text":"hi","senderName":"Ann"}],"extra":1}""");

    var told = TEXTS.appFrame(frame, new Kinds()).orElseThrow();

    assertThat(told.at("/entries/0/text").textValue()).isEqualTo("text");
    assertThat(told.at("/entries/0/senderName").textValue()).isEqualTo("name");
    assertThat(told.path("unknown extra").textValue()).isEqualTo("unknown NUMBER");
    assertThat(TEXTS.appFrame(tree("{\"type\":\"mood.changed\"}"), new Kinds())).isEmpty();
    assertThat(TEXTS.clientFrame(frame, new Kinds())).isEmpty();
  }

  @Test
  void a_secret_of_the_wrong_type_is_never_quoted() {
    var operation = operation("appSetupVerificationRecoveryKey");
    var body = "{\"recoveryKey\":918273645}".getBytes(StandardCharsets.UTF_8);
    var headers = HttpHeaders.none().with("Content-Type", "application/json");
    var request = new ApiRequest("POST", operation.path(), null, headers, body, List.of());

    var violations = CONTRACT.checkRequest(operation, Map.of(), request).violations();

    assertThat(violations)
        .singleElement()
        .satisfies(found -> assertThat(found.got()).isEqualTo("a secret (number)"))
        .satisfies(found -> assertThat(found.describe()).doesNotContain("918273645"));
  }

  @ParameterizedTest
  @CsvSource({
    "oauth_token, application/x-www-form-urlencoded, grant_type=authorization_code&code=x&code_verifier=s3cr3t%zz",
    "appSetupVerificationRecoveryKey, application/json, s3cr3tKey",
    "appSetupVerificationRecoveryKey, application/json, {\"recoveryKey\":s3cr3tKey}"
  })
  void a_secret_that_cannot_be_read_is_not_quoted_either(String id, String type, String body) {
    var operation = operation(id);
    var headers = HttpHeaders.none().with("Content-Type", type);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var request = new ApiRequest("POST", operation.path(), null, headers, bytes, List.of());

    var violations = CONTRACT.checkRequest(operation, Map.of(), request).violations();

    assertThat(violations).isNotEmpty();
    assertThat(violations.toString()).doesNotContain("s3cr3t");
  }
}
