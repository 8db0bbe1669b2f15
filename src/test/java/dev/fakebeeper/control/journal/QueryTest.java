package dev.fakebeeper.control.journal;

import static dev.fakebeeper.control.journal.AnExchange.NOON;
import static dev.fakebeeper.control.journal.Verify.events;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryTest {
  private final Journal journal = AJournal.empty();

  @BeforeEach
  void write() {
    AJournal.send("!lunch", "noon?").header("X-Stainless-Retry-Count", "1").in(journal);
    AJournal.send("1", "soon?").fault("slow").in(journal);
    AnExchange.of("GET", "/v1/messages/search?query=a%20b&chatIDs=!gym&chatIDs=%21lunch&limit=5")
        .at(NOON.plusSeconds(60))
        .answered(200, "{\"items\": [{\"text\": \"found ☕\"}]}")
        .in(journal);
    AnExchange.of("GET", "/v1/nowhere")
        .answered(404, "{\"message\": \"No\"}")
        .origin(Origin.REFUSAL)
        .told(new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, "no such route"))
        .in(journal);
    AnExchange.of("GET", "/v1/accounts/whatsapp/contacts?query=x").in(journal);
    AnExchange.of("POST", "/oauth/token").form("grant_type=authorization_code&x=1&x=2").in(journal);
    AJournal.event(journal, Kind.OPENED, "", "");
    AJournal.event(
        journal,
        Kind.RECEIVED,
        "",
        "{\"type\": \"subscriptions.set\", \"chatIDs\": [\"!lunch\", \"!gym\"]}");
    AJournal.event(
        journal,
        Kind.SENT,
        "message.upserted",
        "{\"type\": \"message.upserted\", \"chatID\": \"!lunch\", \"ids\": [\"7\"]}");
    AJournal.event(journal, Kind.RECEIVED, "", "{broken");
  }

  private List<Long> numbers(Requests query) {
    return journal.find(query).stream().map(Entry::number).toList();
  }

  private List<Long> numbers(Events query) {
    return journal.find(query).stream().map(Entry::number).toList();
  }

  @Test
  void requests_are_found_by_what_they_are() {
    assertThat(numbers(requests())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(numbers(requests("sendMessage"))).containsExactly(1L, 2L);
    assertThat(numbers(requests().tagged("Messages"))).containsExactly(1L, 2L, 3L);
    assertThat(numbers(requests().method("get"))).containsExactly(3L, 4L, 5L);
    assertThat(numbers(requests().path("/v1/nowhere"))).containsExactly(4L);
    assertThat(numbers(requests().withQuery("query", "a b"))).containsExactly(3L);
    assertThat(numbers(requests().withHeader("x-stainless-RETRY-count", "1"))).containsExactly(1L);
    assertThat(numbers(requests().retry(1))).containsExactly(1L);
    assertThat(numbers(requests().between(NOON, NOON.plusSeconds(60)))).doesNotContain(3L);
    assertThat(numbers(requests().between(NOON.plusSeconds(60), NOON.plusSeconds(61))))
        .containsExactly(3L);
  }

  @Test
  void requests_are_found_by_what_came_of_them() {
    assertThat(numbers(requests().status(404))).containsExactly(4L);
    assertThat(numbers(requests().statusClass(2))).containsExactly(1L, 2L, 3L, 5L, 6L);
    assertThat(numbers(requests().origin(Origin.REFUSAL))).containsExactly(4L);
    assertThat(numbers(requests().diagnosed(DiagnosisCode.ROUTE_UNKNOWN))).containsExactly(4L);
    assertThat(numbers(requests().fault("slow"))).containsExactly(2L);
    assertThat(numbers(requests().containing("found ☕"))).containsExactly(3L);
    assertThat(numbers(requests().containing("noon"))).containsExactly(1L);
    assertThat(numbers(requests().containing("a%20b"))).containsExactly(3L);
  }

  @Test
  void violations_are_found() {
    var violation = new Violation("type", Violation.Where.QUERY, "limit", "a number", "x", 1, "");
    journal.record(
        number ->
            AnExchange.of("GET", "/v1/chats").build(number).withViolations(List.of(violation)));

    assertThat(numbers(requests().withViolations())).containsExactly(11L);
  }

  @Test
  void a_chat_is_found_by_any_of_its_ids_wherever_it_is_named() {
    assertThat(numbers(requests().inChat("!lunch"))).containsExactly(1L, 2L, 3L);
    assertThat(numbers(requests().inChat("1"))).containsExactly(1L, 2L, 3L);
    assertThat(numbers(requests().inChat("!gym"))).containsExactly(3L);
    assertThat(numbers(events().inChat("1"))).containsExactly(8L, 9L);
  }

  @Test
  void an_account_is_found() {
    assertThat(numbers(requests().onAccount("whatsapp"))).containsExactly(5L);
  }

  @Test
  void bodies_are_found_by_json_path() {
    assertThat(numbers(requests().withBody("$.text", "noon?"))).containsExactly(1L);
    assertThat(numbers(requests().withBody("$.text"))).containsExactly(1L, 2L);
    assertThat(numbers(requests().withBody("$..*", "soon?"))).containsExactly(2L);
    assertThat(numbers(requests().withBody("$.length()", 1))).containsExactly(1L, 2L);
    assertThat(numbers(requests().withBody("$.grant_type", "authorization_code")))
        .containsExactly(6L);
    assertThat(numbers(requests().withBody("$.x", List.of("1", "2")))).containsExactly(6L);
  }

  @Test
  void values_are_compared_as_json_has_them() {
    AnExchange.of("POST", "/v1/focus").json("{\"n\": 1.0, \"o\": {\"a\": null}}").in(journal);

    assertThat(numbers(requests().withBody("$.n", 1))).containsExactly(11L);
    assertThat(numbers(requests().withBody("$.n", 1L))).containsExactly(11L);
    assertThat(numbers(requests().withBody("$.n", "1"))).isEmpty();
    assertThat(numbers(requests().withBody("$.o.a"))).containsExactly(11L);
    assertThat(numbers(requests().withBody("$.o", Collections.singletonMap("a", null))))
        .containsExactly(11L);
    assertThat(numbers(requests().withBody("$.o", Map.of()))).isEmpty();
  }

  @Test
  void frames_are_found() {
    assertThat(numbers(events())).containsExactly(7L, 8L, 9L, 10L);
    assertThat(numbers(events("message.upserted"))).containsExactly(9L);
    assertThat(numbers(events().received())).containsExactly(8L, 10L);
    assertThat(numbers(events().type("subscriptions.set"))).containsExactly(8L);
    assertThat(numbers(events().kind(Kind.OPENED))).containsExactly(7L);
    assertThat(numbers(events().socket("socket-1"))).hasSize(4);
    assertThat(numbers(events().withFrame("$.ids[0]", "7"))).containsExactly(9L);
    assertThat(numbers(events().withFrame("$.chatIDs"))).containsExactly(8L);
    assertThat(numbers(events().containing("broken"))).containsExactly(10L);
    assertThat(numbers(events().between(NOON, NOON))).isEmpty();
  }

  @Test
  void only_the_last_are_given_where_nobody_wants_more() {
    assertThat(journal.findLast(2, requests())).extracting(Entry::number).containsExactly(5L, 6L);
    assertThat(journal.findLast(9, events("message.upserted"))).hasSize(1);
  }

  @Test
  void what_is_no_path_is_refused_at_once() {
    assertThatThrownBy(() -> requests().withBody("$.[", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("path ($.[) must be a JSON path such as $.text");
  }

  @Test
  void a_query_reads_as_a_sentence() {
    assertThat(requests("sendMessage").inChat("!lunch").withBody("$.text", "noon?"))
        .hasToString("request with operation sendMessage, chat !lunch, body $.text \"noon?\"");
    assertThat(requests()).hasToString("request");
  }
}
