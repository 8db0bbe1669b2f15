package dev.fakebeeper.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.fakebeeper.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HarTest {
  private final Journal journal = AnyEntries.journal();

  private static JsonSchema schema() throws IOException {
    try (var text =
        Objects.requireNonNull(HarTest.class.getResourceAsStream("har-1.2.schema.json"))) {
      var settings = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, settings);
    }
  }

  private JsonNode har() {
    var out = new ByteArrayOutputStream();
    Har.write(journal, out);
    return Json.parse(out.toByteArray());
  }

  @Test
  void an_archive_is_what_the_specification_wants() throws Exception {
    var har = har();

    assertThat(schema().validate(har)).isEmpty();
    assertThat(har.at("/log/entries")).hasSize(14);
  }

  @Test
  void an_archive_with_nothing_in_it_is_one_too() throws Exception {
    journal.clear();

    assertThat(schema().validate(har())).isEmpty();
  }

  @Test
  void an_entry_shows_the_whole_exchange() throws Exception {
    Golden.assertSame("har.json", har().toPrettyString());
  }

  @Test
  void entries_are_in_the_order_of_time() {
    AnExchange.of("GET", "/v1/info").at(AnExchange.NOON.minusSeconds(60)).in(journal);

    assertThat(har().at("/log/entries/0/request/url").asText()).endsWith("/v1/info");
  }

  @Test
  void no_secret_is_in_it_unless_somebody_asks_for_them() {
    var open = new ByteArrayOutputStream();
    Har.writeWithSecrets(journal, open);

    assertThat(AnyEntries.SECRETS)
        .allSatisfy(secret -> assertThat(har().toString()).doesNotContain(secret))
        .allSatisfy(secret -> assertThat(open.toString(StandardCharsets.UTF_8)).contains(secret));
  }

  @Test
  void the_stream_stays_open() {
    var closed = new boolean[1];
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    Har.write(journal, out);

    assertThat(closed[0]).isFalse();
    assertThat(out.size()).isPositive();
  }
}
