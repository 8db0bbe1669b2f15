package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Reads what {@link JournalJson#text} wrote, so that a journal can be asked again in another
 * process. Secrets stay masked, and of what was not JSON or text only the length is known.
 */
public final class JournalReader {
  private final Contract contract;
  private final Journal journal;

  /**
   * A reader.
   *
   * @param contract knows the operations
   * @param journal gets the entries, under numbers of its own
   */
  public JournalReader(Contract contract, Journal journal) {
    this.contract = contract;
    this.journal = journal;
  }

  /**
   * Reads an array of entries to its end.
   *
   * @throws IOException when the stream breaks, or holds something else
   */
  public void read(InputStream json) throws IOException {
    for (var entry : Json.mapper().readTree(json)) {
      try {
        read(entry);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IOException("not an entry of a journal: " + e.getMessage(), e);
      }
    }
  }

  private void read(JsonNode json) {
    LongFunction<Entry> entry =
        switch (json.path("type").asText()) {
          case "exchange" -> number -> new ExchangeReading(contract, json).exchange(number);
          case "event" -> number -> event(number, json);
          case "incident" -> number -> incident(number, json);
          default ->
              throw new IllegalArgumentException("its type is " + json.path("type").asText());
        };
    journal.record(entry);
  }

  private static Entry incident(long number, JsonNode json) {
    return new Incident(
        number,
        Instant.parse(json.path("at").asText()),
        json.path("world").asText(),
        json.path("source").asText(),
        json.path("text").asText());
  }

  private static Entry event(long number, JsonNode json) {
    var frame = json.path("frame");
    return new SocketEvent(
        number,
        Instant.parse(json.path("at").asText()),
        json.path("world").asText(),
        json.path("socket").asText(),
        SocketEvent.Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
        json.path("frameType").asText(),
        json.path("seq").asLong(),
        frame.isMissingNode() ? json.path("text").asText() : frame.toString(),
        json.path("remark").asText());
  }
}
