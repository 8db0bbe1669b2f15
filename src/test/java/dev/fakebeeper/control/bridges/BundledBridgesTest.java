package dev.fakebeeper.control.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.LoginStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BundledBridgesTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/fakebeeper/bridges");

  @Test
  void every_file_of_the_folder_is_read_under_its_name() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              BundledBridges.NAMES.stream().map(name -> name + ".yaml").toList());
    }
    assertThat(BundledBridges.all()).extracting(Bridge::id).isEqualTo(BundledBridges.NAMES);
  }

  @Test
  void at_least_six_networks_have_wizards_of_their_own() {
    var wizards =
        BundledBridges.all().stream()
            .map(bridge -> bridge.flows().stream().map(BundledBridgesTest::kinds).toList())
            .filter(flows -> !flows.isEmpty())
            .collect(Collectors.toSet());

    assertThat(wizards).hasSizeGreaterThanOrEqualTo(6);
  }

  private static List<String> kinds(LoginFlow flow) {
    return flow.steps().stream().map(BundledBridgesTest::kind).toList();
  }

  private static String kind(LoginStep step) {
    var shown = step instanceof LoginStep.DisplayAndWait wait ? " " + wait.display().kind() : "";
    return step.getClass().getSimpleName() + shown + (step.when() == null ? "" : "?");
  }

  @Test
  void every_account_of_the_bundled_worlds_is_on_a_bridge_that_is_described() {
    var state = StartingWorlds.load("default", StartingWorlds.FROZEN_START, 1);

    assertThat(BridgeRules.all(state)).isEqualTo(BundledBridges.all());
    assertThat(state.accounts().values())
        .allSatisfy(
            account -> {
              var bridge = BridgeRules.require(state, account.bridge().id());
              assertThat(bridge.ofAccount()).isEqualTo(account.bridge());
              assertThat(BridgeRules.findLogin(state, bridge, account.loginId())).isPresent();
            });
  }
}
