package dev.fakebeeper.control.journal;

import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalReaderTest {
  private final Journal journal = AJournal.empty();

  private void read(String json) throws IOException {
    new JournalReader(Contract.bundled(), journal)
        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_was_written_is_read_but_for_the_digests_of_what_was_no_text() throws Exception {
    var original = AnyEntries.journal();
    original.record(
        number ->
            new Incident(number, AnExchange.NOON, "default", "scenario x", "The chat is gone"));
    AnExchange.of("GET", "/v1/accounts").fault("cut").sent(Sent.NOTHING).in(original);
    var written = JournalJson.of(original).text(original.entries());

    read(written);

    assertThat(journal.exchanges()).last().returns(Sent.NOTHING, Exchange::sent);
    assertThat(withoutRests(JournalJson.withSecrets().text(journal.entries())))
        .isEqualTo(withoutRests(written));
  }

  /** Of what was no text only the length is known; of parts of a body not even that. */
  private static JsonNode withoutRests(String json) {
    var entries = Json.parse(json.getBytes(StandardCharsets.UTF_8));
    for (var entry : entries) {
      if (entry.at("/request/body") instanceof ObjectNode body) {
        body.remove(List.of("keptBytes", "sha256Of4096"));
        dropIfEmpty(body);
        for (var part : body.path("parts")) {
          ((ObjectNode) part).remove(List.of("bytes", "sha256Of4096"));
          dropIfEmpty((ObjectNode) part);
        }
      }
    }
    return entries;
  }

  private static void dropIfEmpty(ObjectNode json) {
    if (json.path("text").asText().isEmpty()) {
      json.remove("text");
    }
  }

  @Test
  void a_journal_that_was_read_answers_questions() throws Exception {
    var original = AnyEntries.journal();

    read(JournalJson.of(original).text(original.entries()));

    var sent = journal.find(requests("sendMessage").inChat("1").withBody("$.text", "noon?"));
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).operation().path()).isEqualTo("/v1/chats/{chatID}/messages");
  }

  @Test
  void something_else_is_refused() {
    assertThatThrownBy(() -> read("[{\"type\": \"exchange\"}]"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not an entry of a journal: ");
    assertThatThrownBy(() -> read("[{\"type\": \"rumour\"}]"))
        .hasMessage("not an entry of a journal: its type is rumour");
    assertThatThrownBy(() -> read("[{")).isInstanceOf(IOException.class);
  }
}
