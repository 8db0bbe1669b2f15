package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandsTest {
  private static final String HEAD = "fakeBeeperScenario: 1\nname: own\nabout: My own.\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void scenarios_lists_names_and_what_they_are_about() {
    assertThat(run("scenarios")).isZero();
    assertThat(out.toString())
        .containsPattern("(?m)^send-fails-for-good +The network refuses every message for good");
  }

  @Test
  void scenarios_as_json_is_a_list() throws IOException {
    assertThat(run("scenarios", "--json")).isZero();

    var list = new ObjectMapper().readTree(out.toString());
    assertThat(list).hasSizeGreaterThanOrEqualTo(5);
    assertThat(list.findValuesAsText("name")).contains("send-normal");
    assertThat(list.findValuesAsText("clientSees")).noneMatch(String::isEmpty);
  }

  @Test
  void scenarios_with_a_name_or_a_file_prints_its_page() throws IOException {
    assertThat(run("scenarios", "account-needs-reconnect")).isZero();
    assertThat(out.toString())
        .startsWith("## account-needs-reconnect\n")
        .contains("| 1m5s after loading | `accountStatus` |");

    var own = file("own.yaml", HEAD + "server: {apiVersion: 4.1.294}\n");
    assertThat(run("scenarios", own)).isZero();
    assertThat(out.toString()).contains("## own", "`--api-version 4.1.294`");
  }

  @Test
  void a_scenario_that_is_not_there_is_answered_with_the_nearest() {
    assertThat(run("scenarios", "send-norml")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean \"send-normal\"?");

    assertThat(run("serve", "--scenario", "send-norml")).isEqualTo(2);
  }

  @Test
  void check_finds_the_places_of_mistakes() throws IOException {
    var good = file("good.yaml", HEAD);
    var world = file("world.yaml", "fakeBeeperWorld: 1\naccounts: {matrix: {}}\n");
    var bad = file("bad.yaml", HEAD + "timeline: [{at: PT1S}]\n");
    var dangling =
        file(
            "dangling.yaml",
            HEAD + "world: {fakeBeeperWorld: 1, accounts: {a: {network: nowhere}}}\n");

    assertThat(run("check", good, world)).isZero();
    assertThat(out.toString())
        .contains("good.yaml: a scenario without mistakes", "world.yaml: a world without mistakes");

    assertThat(run("check", good, bad, dangling)).isEqualTo(7);
    assertThat(out.toString())
        .contains("bad.yaml:4:12: The member \"do\" is missing")
        .contains("dangling.yaml:4:53: There is no network \"nowhere\"");
  }

  @Test
  void check_as_json_is_one_line_for_each_file() throws IOException {
    assertThat(run("check", "--json", file("x.json", "{}"), file("y.yaml", HEAD))).isEqualTo(7);

    var lines = out.toString().lines().toList();
    var first = new ObjectMapper().readTree(lines.get(0));
    assertThat(lines).hasSize(2);
    assertThat(first.path("valid").asBoolean(true)).isFalse();
    assertThat(first.path("kind").asText()).isEqualTo("unknown");
    assertThat(first.path("line").asInt()).isEqualTo(1);
    assertThat(first.path("message").asText()).contains("Begin it with fakeBeeperScenario: 1");
    assertThat(new ObjectMapper().readTree(lines.get(1)).path("valid").asBoolean()).isTrue();
  }

  @Test
  void serve_refuses_an_option_that_contradicts_its_scenario() throws IOException {
    var old = file("old.yaml", HEAD + "server: {apiVersion: 4.1.294}\nworld: empty\n");

    assertThat(run("serve", "--scenario", old, "--api-version", "4.3.0")).isEqualTo(2);
    assertThat(err.toString()).contains("The scenario own settles what --api-version is for.");

    assertThat(run("exec", "--scenario", old, "--world", "default", "--", "true")).isEqualTo(2);
    assertThat(err.toString()).contains("settles what --world is for.");
  }

  @Test
  void a_scenario_with_a_mistake_is_7_and_one_that_cannot_be_played_is_2() throws IOException {
    var bad = file("bad.yaml", HEAD + "timeline: soon\n");
    assertThat(run("serve", "--scenario", bad)).isEqualTo(7);
    assertThat(err.toString()).contains("bad.yaml:4:11: This is a text. It should be a list");

    var clash = file("clash.yaml", HEAD + "sends: {accounts: {nowhere: {ends: refused}}}\n");
    assertThat(run("serve", "--port", "0", "--scenario", clash)).isEqualTo(2);
    assertThat(err.toString()).contains("Account not found: nowhere");

    assertThat(run("serve", "--answers", "examples", "--scenario", "send-normal")).isEqualTo(2);
    assertThat(err.toString()).contains("A scenario plays in the state of a world");
  }
}
