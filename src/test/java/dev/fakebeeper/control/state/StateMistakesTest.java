package dev.fakebeeper.control.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody reads who made a mistake in a state file. */
class StateMistakesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("src/test/resources/dev/fakebeeper/control/state");
  private static final Path CASES = FOLDER.resolve("mistakes.txt");

  /** Each case changes the file of everything: sets, copies or removes a member. */
  @Test
  void a_mistake_is_explained_with_its_pointer_its_cause_and_its_cure() throws IOException {
    var expected = Files.readAllLines(CASES);
    var actual = new ArrayList<String>();
    for (var line : expected) {
      if (!line.startsWith(" ")) {
        actual.add(line);
        var json = changed(line);
        problems(json).forEach(problem -> actual.add("  " + problem));
        assertThat(refusal(json.toString()).problems()).as(line).isEqualTo(problems(json));
      }
    }
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.write(CASES, actual);
      return;
    }

    assertThat(actual).isEqualTo(expected);
  }

  private static List<Problem> problems(JsonNode json) {
    var refusal = catchThrowableOfType(StateException.class, () -> StateFile.read(json));
    return refusal == null ? List.of() : refusal.problems();
  }

  private static JsonNode changed(String line) throws IOException {
    var json = JSON.readTree(FOLDER.resolve("everything.json").toFile());
    var parts = line.split(" ", 3);
    var place = JsonPointer.compile(parts[0]);
    switch (parts[1]) {
      case "=" -> set(json, place, JSON.readTree(parts[2]));
      case "<<" -> set(json, place, json.at(parts[2]).deepCopy());
      case "-" -> ((ObjectNode) json.at(place.head())).remove(place.last().getMatchingProperty());
      default -> throw new AssertionError("no case: " + line);
    }
    return json;
  }

  private static void set(JsonNode json, JsonPointer place, JsonNode value) {
    var parent = json.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), value);
    } else {
      var array = (ArrayNode) parent;
      var index = place.last().getMatchingIndex();
      if (index == array.size()) {
        array.add(value);
      } else {
        array.set(index, value);
      }
    }
  }

  @Test
  void every_case_is_a_mistake() throws IOException {
    var lines = Files.readAllLines(CASES);

    assertThat(lines).hasSizeGreaterThan(150);
    for (var i = 0; i < lines.size(); i++) {
      var follows = i + 1 < lines.size() && lines.get(i + 1).startsWith("  ");
      assertThat(lines.get(i).startsWith("  ") || follows).as(lines.get(i)).isTrue();
    }
  }

  @Test
  void of_many_mistakes_the_first_ten_are_listed() throws IOException {
    var json = (ObjectNode) JSON.readTree(FOLDER.resolve("everything.json").toFile());
    var messages = json.putArray("messages");
    for (var i = 0; i < 13; i++) {
      messages.addObject().put("id", i);
    }

    var refusal = catchThrowableOfType(StateException.class, () -> StateFile.read(json));

    assertThat(refusal.problems()).hasSize(13);
    assertThat(refusal.getMessage().lines().toList())
        .hasSize(12)
        .startsWith(
            "The tree cannot be read as the state of a world:",
            "  /messages/0/id: This is the number 0. It should be a text. Write that instead.")
        .endsWith("  and 3 more");
  }

  @Test
  void nobody_looks_for_more_than_a_thousand() throws IOException {
    var json = (ObjectNode) JSON.readTree(FOLDER.resolve("everything.json").toFile());
    var labels = json.putArray("labels");
    for (var i = 0; i < 3_000; i++) {
      labels.add(i);
    }
    assertThat(problems(json)).hasSize(1_000);

    labels.removeAll();
    for (var i = 0; i < 3_000; i++) {
      labels.addObject().put("id", "l1").put("name", "Work");
    }
    assertThat(problems(json)).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ \"fakeBeeperState\": 1, \"world\": \"x | /world",
        "{ \"fakeBeeperState\": 1, \"chats\": [ { \"id\" | /chats/0/id",
        "{ \"fakeBeeperState\": 1, \"at\": x } | /at",
        "{ \"world\": \"x\", \"world\": \"x\" } | /world",
        "{ \"labels\": [ { \"id\": \"x\", \"id\": \"x\" } ] } | /labels/0/id",
      })
  void what_is_no_json_is_refused_where_it_ends(String text, String pointer) {
    var refusal = refusal(text);

    assertThat(refusal.problems()).hasSize(1);
    assertThat(refusal.problems().get(0).pointer()).isEqualTo(pointer);
    assertThat(refusal).hasMessageContaining("The JSON is not well-formed in line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "null", "{}", "{ \"chats\": [ 1 ] }"})
  void what_is_no_state_is_refused_as_such(String text) {
    assertThat(refusal(text).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .endsWith(
                        "A state file is one JSON object that says \"fakeBeeperState\": 1. "
                            + "Give a file that a snapshot wrote."));
  }

  @Test
  void what_stands_behind_the_end_is_refused() throws IOException {
    var twice = Files.readString(FOLDER.resolve("everything.json")).repeat(2);

    assertThat(refusal(twice)).hasMessageContaining("Something stands behind its end");
  }

  private static StateException refusal(String text) {
    return catchThrowableOfType(
        StateException.class,
        () -> StateFile.read("test.json", new ByteArrayInputStream(text.getBytes(UTF_8))));
  }
}
