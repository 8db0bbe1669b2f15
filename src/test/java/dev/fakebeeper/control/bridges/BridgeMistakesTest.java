package dev.fakebeeper.control.bridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.fakebeeper.control.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who made a mistake in a bridge file, and that the JSON Schema finds it. */
class BridgeMistakesTest {
  private static final String HEAD = "fakeBeeperBridge: 1\nid: b\nnetwork: n\n";
  private static final String FLOW = HEAD + "flows:\n- id: f\n  steps:\n  - ";
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try {
      var file = Path.of("src/main/resources/dev/fakebeeper/bridge.schema.json");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fakeBeeperBridge: 2         | 1:19: The version 2 of the format is not known | Write fakeBeeperBridge: 1.
          id: b                       | 1:1: The member "fakeBeeperBridge" is missing | Add "fakeBeeperBridge:".
          [1]                         | 1:1: This is a list                       | members of A bridge
          HEAD; colour: red           | 4:1: A bridge has no member "colour"      | Remove it.
          HEAD; provider: moon        | 4:11: "moon" is none of the known words   | cloud, self-hosted, local, platform-sdk
          HEAD; removeScopes: [here]  | 4:16: "here" is none of the known words   | current-device, all-devices
          HEAD; accountLimit: -1      | 4:15: -1 is no number of things           | Write 0 or more.
          HEAD; capabilities: {groups: {}} | 4:16: What a bridge can do has no member "groups" | group_creation
          HEAD; capabilities: {resolve_identifier: {telepathy: true}} | has no member "telepathy" | lookup_username
          HEAD; capabilities: {group_creation: {g: {}}} | The member "type_description" is missing | Add
          HEAD; capabilities: {group_creation: {g: {type_description: g, name: {}}}} | The member "allowed" is missing | Add
          HEAD; capabilities: {group_creation: {g: {type_description: g, disappear: {allowed: true, settings: {types: [], omit_empty_timer: false}}}}} | This is false | The API knows only true here
          HEAD; flows: [{id: f}]      | 4:9: The member "steps" is missing        | Add "steps:".
          FLOW {id: s, type: dance}   | 7:19: "dance" is none of the known words  | user_input, cookies, display_and_wait
          FLOW {type: user_input, fields: []} | 7:5: The member "id" is missing    | Add "id:".
          FLOW {id: s, type: user_input} | The member "fields" is missing          | Add "fields:".
          FLOW {id: s, type: user_input, url: x, fields: []} | A step has no member "url" | fields, id
          FLOW {id: s, type: cookies, fields: []} | The member "url" is missing    | Add "url:".
          FLOW {id: s, type: cookies, url: u, fields: [{id: c, type: jar}]} | "jar" is none of the known words | cookie, header, local_storage
          FLOW {id: s, type: user_input, fields: [{id: f, tells: age}]} | "age" is none of the known words | phone, email, username
          FLOW {id: s, type: display_and_wait} | The member "display" is missing   | Add "display:".
          FLOW {id: s, type: display_and_wait, display: {type: qr}} | There is no data | Add "data:".
          FLOW {id: s, type: display_and_wait, display: {type: nothing, data: x}} | Nothing has no data | Remove "data".
          FLOW {id: s, type: display_and_wait, display: {type: smoke, data: x}} | "smoke" is none of the known words | qr, emoji, code, nothing
          FLOW {id: s, type: display_and_wait, otherSideAfter: soon, display: {type: nothing}} | "soon" is no length of time | Write PT40S
          HEAD; imports: {portions: 0} | 4:21: No portion at all                  | Write 1 or more.
          HEAD; imports: {chats: [{messages: 3}]} | This is neither a direct chat nor a group | Write "with", or "title" and "people".
          HEAD; imports: {chats: [{with: Ann, title: x, messages: 3}]} | This is neither a direct chat nor a group | Write "with"
          HEAD; imports: {chats: [{with: {phone: "1"}, messages: 3}]} | The member "name" is missing | Add "name:".
          HEAD; imports: {chats: [{with: Ann}]} | The member "messages" is missing | Add "messages:".
          """)
  void a_mistake_has_its_place_its_cause_and_its_cure(String yaml, String what, String fix) {
    var file = written(yaml);

    var mistake = catchThrowableOfType(SourceException.class, () -> BridgeFile.parse(file));

    assertThat(mistake).hasMessageStartingWith("bridge.yaml:").hasMessageContainingAll(what, fix);
    assertThat(SCHEMA.validate(tree(file))).as("what the schema finds").isNotEmpty();
  }

  /** What a schema cannot say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HEAD; flows: [{id: f, steps: [&1]}, {id: f, steps: [&1]}] | There are two of the id "f" | Choose another id.
          HEAD; flows: [{id: f, steps: [&1, &1]}] | There are two of the id "s" | Choose another id.
          HEAD; flows: [{id: f, steps: [{id: s, when: x, type: user_input, fields: []}]}] | There is no step that is always asked | Add a step without "when".
          FLOW {id: s, type: user_input, fields: [{id: a}, {id: a}]} | There are two fields "a" | Choose another id.
          FLOW {id: s, type: user_input, fields: [{id: a, pattern: '['}]} | This is no regular expression | near position
          FLOW {id: s, type: display_and_wait, display: {type: qr, data: x, rotatesEvery: 0s}} | Something new without a pause | such as 20s
          """)
  void so_has_one_that_only_the_reader_finds(String yaml, String what, String fix) {
    var file = written(yaml.replace("&1", "{id: s, type: user_input, fields: []}"));

    var mistake = catchThrowableOfType(SourceException.class, () -> BridgeFile.parse(file));

    assertThat(mistake).hasMessageStartingWith("bridge.yaml:").hasMessageContainingAll(what, fix);
  }

  private static String written(String yaml) {
    return yaml.replace("HEAD; ", HEAD).replace("FLOW ", FLOW);
  }

  private static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_id_that_no_path_can_hold_is_refused() {
    var file = HEAD.replace("id: b", "id: a b");
    var mistake = catchThrowableOfType(SourceException.class, () -> BridgeFile.parse(file));

    assertThat(mistake).hasMessageContaining("bridge.yaml:2:5: \"a b\" is no id of a bridge");
    assertThat(SCHEMA.validate(tree(file))).isNotEmpty();
  }

  @Test
  void the_schema_takes_every_bundled_bridge() throws IOException {
    for (var name : BundledBridges.NAMES) {
      var file = Path.of("src/main/resources/dev/fakebeeper/bridges", name + ".yaml");
      assertThat(SCHEMA.validate(tree(Files.readString(file)))).as(name).isEmpty();
    }
  }
}
