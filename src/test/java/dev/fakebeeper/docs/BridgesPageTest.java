package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.actions.ActionFormat;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.testing.Page;
import dev.fakebeeper.world.Bridge;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/bridges.md} says what is there. */
class BridgesPageTest {
  private static final Page PAGE = Page.of("bridges.md");
  private static final String TEXT = PAGE.text();

  private static String example() {
    return PAGE.fence("yaml");
  }

  @Test
  void every_bundled_bridge_has_a_row_with_its_flows() {
    for (var bridge : BundledBridges.all()) {
      var row = TEXT.lines().filter(line -> line.startsWith("| `" + bridge.id() + "` |")).toList();

      assertThat(row).as(bridge.id()).hasSize(1);
      assertThat(row.get(0))
          .contains(Stream.concat(Stream.of(bridge.id()), flows(bridge)).toList())
          .endsWith(accounts(bridge.capacity().multiple(), bridge.capacity().limit()));
    }
  }

  private static Stream<String> flows(Bridge bridge) {
    return bridge.flows().stream().map(flow -> "`" + flow.id() + "`");
  }

  private static String accounts(boolean multiple, Integer limit) {
    if (!multiple) {
      return "| one |";
    }
    return limit == null ? "| many |" : "| up to " + limit + " |";
  }

  @Test
  void the_snippet_runs() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.world();
      var client = new Client(beeper);
      // snippet
      world.logins().on("telegram", plan -> plan.asks("two_factor").expects("password", "hunter2"));
      world.logins().everywhere(plan -> plan.otherSideWaits());
      client.startAddingWhatsApp();
      world.logins().rotate("local-whatsapp"); // the code changes before its time
      world.logins().confirm("local-whatsapp"); // somebody scans it
      world.advance(Duration.ofMinutes(2)); // the history comes
      // end

      assertThat(world.accountIds()).hasSize(11);
    }
    PAGE.showsSnippetOf(BridgesPageTest.class);
  }

  /** Begins to add an account. */
  private record Client(FakeBeeper beeper) {
    void startAddingWhatsApp() throws IOException, InterruptedException {
      var path = "/v1/bridges/local-whatsapp/login-sessions";
      var request =
          HttpRequest.newBuilder(beeper.baseUri().resolve(path))
              .header("Authorization", "Bearer " + beeper.token())
              .POST(BodyPublishers.noBody())
              .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void every_action_about_bridges_and_sign_ins_is_there() {
    assertThat(ActionFormat.names())
        .filteredOn(
            name ->
                name.startsWith("login") || name.startsWith("bridge") || name.equals("deadSends"))
        .hasSize(12)
        .allSatisfy(name -> assertThat(TEXT).containsPattern("`" + name + "[`:]"));
  }

  @Test
  void the_example_is_a_bridge_that_every_world_of_a_fake_has(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("pigeon.yaml"), example());
    Files.writeString(folder.resolve("notes.txt"), "not a bridge");
    var config =
        FakeBeeperConfig.forTests().toBuilder().bridges(BridgeFile.readAll(folder)).build();

    try (var beeper = FakeBeeper.start(config);
        var other = beeper.worlds().open(NewWorld.named("other").startingFrom("empty"))) {
      assertThat(List.of(beeper.world(), other))
          .allSatisfy(
              world -> {
                assertThat(world.bridges().ids()).endsWith("local-pigeon").contains("telegram");
                assertThat(world.bridges().status("local-pigeon")).isEqualTo("available");
              });
    }
  }

  @Test
  void a_world_file_may_hold_one(@TempDir Path folder) throws IOException {
    var file = folder.resolve("world.yaml");
    Files.writeString(
        file,
        "fakeBeeperWorld: 1\nbridges:\n- {fakeBeeperBridge: 1, id: telegram, network: telegram, name: Mine}\n");
    var config = FakeBeeperConfig.forTests().toBuilder().world(file.toString()).build();

    try (var beeper = FakeBeeper.start(config)) {
      assertThat(beeper.world().bridges().ids()).containsExactlyElementsOf(BridgeFile.bundledIds());
      beeper.world().logins().on("telegram", plan -> plan.otherSideWaits());
    }
  }
}
