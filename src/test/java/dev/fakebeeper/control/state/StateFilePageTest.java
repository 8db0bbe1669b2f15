package dev.fakebeeper.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Snapshot;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StateFilePageTest {
  private static final Path PAGE = Path.of("docs/state-file.md");
  private static final String BEGIN = "<!-- members: ";
  private static final String END = "<!-- end of members -->";
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_tables_of_members_are_the_ones_that_the_format_has() throws IOException {
    var page = Files.readString(PAGE);
    var begin = page.indexOf("-->\n", page.indexOf(BEGIN)) + 4;
    var end = page.indexOf(END);
    var tables = "\n" + FormatTable.make().markdown() + "\n";
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(PAGE, page.substring(0, begin) + tables + page.substring(end));
      return;
    }

    assertThat(page.substring(begin, end))
        .as("run mvn test -Dtest=StateFilePageTest -Dfakebeeper.write=true to write it anew")
        .isEqualTo(tables);
  }

  @Test
  void the_example_is_a_world_and_is_written_as_it_stands_there() throws IOException {
    var page = Files.readString(PAGE);
    var begin = page.indexOf("```json\n") + 8;
    var example = JSON.readTree(page.substring(begin, page.indexOf("```", begin)));
    try (var open = new Worlds()) {
      var worlds = new FakeWorlds(open, WorldRules.defaults());

      var world = worlds.open(NewWorld.named("x").startingFrom(Snapshot.read(example)));

      assertThat(world.accountIds()).hasSize(1);
      assertThat(world.due()).hasSize(1);
      assertThat(Snapshot.read(example).toJson()).isEqualTo(example);
    }
  }

  /** The golden file would say nothing about a member that is absent in it. */
  @Test
  void the_file_of_everything_has_every_member() throws IOException {
    var golden = Path.of("src/test/resources/dev/fakebeeper/control/state/everything.json");
    var found = new TreeSet<String>();
    collect(JSON.readTree(golden.toFile()), found);

    assertThat(found).containsAll(FormatTable.make().members());
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collect(child, names));
  }
}
