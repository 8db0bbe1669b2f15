package dev.fakebeeper.control.journal;

import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
  private final Journal journal = AnyEntries.journal();

  @Test
  void each_kind_of_entry_has_its_form() throws Exception {
    Golden.assertSame("entries.json", JournalJson.of(journal).text(journal.entries()));
  }

  @Test
  void no_secret_is_in_it() {
    var text = JournalJson.of(journal).text(journal.entries());

    assertThat(AnyEntries.SECRETS).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
  }

  @Test
  void every_secret_is_in_it_for_those_who_ask_for_them() {
    var text = JournalJson.withSecrets().text(journal.entries());

    assertThat(AnyEntries.SECRETS).allSatisfy(secret -> assertThat(text).contains(secret));
    assertThat(text).doesNotContain("<secret");
  }

  @Test
  void the_same_secret_has_the_same_number_whoever_asks_and_whenever() {
    var json = JournalJson.of(journal);
    var sent = journal.find(requests("sendMessage")).get(0);
    var issued = journal.find(requests("oauth_token")).get(0);

    var bearer = header(json.entry(sent).tree(), "Authorization");
    var token = json.entry(issued).tree().at("/response/body/json/access_token").asText();

    assertThat(bearer).isEqualTo("Bearer " + token).isEqualTo("Bearer <secret #1>");
    assertThat(header(JournalJson.of(journal).entry(sent).tree(), "Authorization"))
        .isEqualTo(bearer);
  }

  @Test
  void a_token_in_the_header_that_is_not_documented_is_masked_too() {
    AnExchange.of("GET", "/v1/accounts").header("X-Beeper-Access-Token", "tok-else").in(journal);

    var last = journal.findLast(1, requests()).get(0);
    var shown = header(JournalJson.of(journal).entry(last).tree(), "X-Beeper-Access-Token");
    assertThat(shown).startsWith("<secret #");
  }

  @Test
  void a_refusal_does_not_repeat_the_secret_that_it_refuses() {
    AnExchange.of("POST", "/v1/app/setup/response")
        .json("{\"setupRequestID\": \"sr-7\", \"response\": 776655}")
        .answered(
            400,
            "{\"message\": \"Expected string, received 776655\", \"details\": [\"776655\", 4]}")
        .told(new Diagnosis(DiagnosisCode.REQUEST_INVALID, "/response: got 776655."))
        .in(journal);

    var last = journal.findLast(1, requests()).get(0);
    var shown = JournalJson.of(journal).entry(last).tree();
    assertThat(shown.at("/response/body/json/message").asText())
        .startsWith("Expected string, received <secret #");
    assertThat(shown.toString()).doesNotContain("776655");
    assertThat(last.line()).endsWith("/response: got <secret>. Fault of the client.");
  }

  private static String header(JsonNode entry, String name) {
    return entry.at("/request/headers/" + name + "/0").asText();
  }

  @Test
  void of_a_body_that_was_cut_the_whole_length_is_told() {
    AnExchange.of("POST", "/v1/assets/upload").body(new byte[2_000_000]).in(journal);

    var last = journal.findLast(1, requests()).get(0);
    var body = JournalJson.of(journal).entry(last).tree().at("/request/body");
    assertThat(body.path("bytes").asLong()).isEqualTo(2_000_000);
    assertThat(body.path("keptBytes").asLong()).isEqualTo(4_096);
  }

  @Test
  void a_verification_is_told_with_its_nearest_entry() throws Exception {
    var result =
        new Verification(journal)
            .check(requests("sendMessage").withBody("$.text", "one?").times(1));

    Golden.assertSame(
        "result.json", JournalJson.of(journal).result(result).tree().toPrettyString());
  }
}
