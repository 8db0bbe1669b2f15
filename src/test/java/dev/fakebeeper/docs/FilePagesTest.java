package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.scenarios.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about files: what they show is read and played. */
class FilePagesTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private Path shown(String page) throws IOException {
    var blocks = BLOCK.matcher(Files.readString(Path.of("docs", page)));
    assertThat(blocks.find()).as("a yaml block in %s", page).isTrue();
    return Files.writeString(folder.resolve("shown.yaml"), blocks.group(1));
  }

  @Test
  void the_world_that_the_page_shows_is_read() throws Exception {
    var state = StartingWorlds.load(shown("world-files.md"), StartingWorlds.FROZEN_START, 1);

    assertThat(state.chats()).hasSize(2);
    assertThat(state.accounts()).hasSize(2);
  }

  @Test
  void the_scenario_that_the_page_shows_plays_without_a_failure() throws Exception {
    var scenario = Scenario.read(shown("scenario-files.md"));
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(NewWorld.named("shown").scenario(scenario));

      world.advance(Duration.ofMinutes(5));

      assertThat(world.scenarios().failures()).isEmpty();
      assertThat(world.faults().list()).extracting(fault -> fault.name()).contains("flaky-list");
      assertThat(world.sockets().rules()).hasSize(1);
      assertThat(world.tokens()).hasSize(2);
    }
  }

  @Test
  void the_page_names_every_step() throws Exception {
    var page = Files.readString(Path.of("docs", "scenario-files.md"));

    assertThat(dev.fakebeeper.control.actions.ActionFormat.names())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }
}
