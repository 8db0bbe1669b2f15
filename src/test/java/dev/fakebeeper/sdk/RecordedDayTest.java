package dev.fakebeeper.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.JsonEdit;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.RawAnswer;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.drift.Drift;
import dev.fakebeeper.recording.drift.DriftReport;
import dev.fakebeeper.recording.drift.RecordingCheck;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import dev.fakebeeper.recording.recorder.RecordingStatus.State;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official SDK in front of a recorder. The real application is played by a second fake with
 * another seed and another token. Needs Node; without it, these tests are skipped and say so.
 */
class RecordedDayTest {
  private static final String APP_TOKEN = "the-apps-own-token-4711";
  private static final Path FIXTURE = Path.of("src/test/resources/recordings/sdk-day");

  private static NodeProject node;

  @TempDir private Path folder;

  @BeforeAll
  static void install_the_sdks() throws Exception {
    node = NodeProject.installed(Path.of("src", "test", "node"));
  }

  private static FakeBeeper app() {
    return FakeBeeper.start(
        FakeBeeperConfig.forTests().toBuilder().realClock().seed(99).token(APP_TOKEN).build());
  }

  private static FakeBeeper recorder(FakeBeeper app, RecorderSettings into) {
    return FakeBeeper.start(
        FakeBeeperConfig.forTests().toBuilder()
            .record(app.baseUri(), into)
            .upstreamToken(APP_TOKEN)
            .build());
  }

  private static Map<String, String> environment(FakeBeeper recorder) {
    var environment = new HashMap<String, String>();
    environment.put("BEEPER_BASE_URL", recorder.baseUri().toString());
    environment.put("BEEPER_ACCESS_TOKEN", recorder.token());
    environment.put("BEEPER_VERSION", recorder.config().apiVersion());
    return environment;
  }

  @Test
  void a_whole_day_goes_through_the_recorder_as_if_it_were_not_there() throws Exception {
    try (var app = app();
        var recorder = recorder(app, RecorderSettings.into(folder))) {
      var environment = environment(recorder);
      environment.putAll(SdkDayTest.tokens(app.world()));

      node.run("day-sdk5.mjs", environment);

      var status = recorder.recording().stop();
      assertThat(status.state()).as(status.failure()).isEqualTo(State.STOPPED);
      assertThat(status.refused()).isEmpty();
      assertThat(status.notes()).isEmpty();
      assertThat(status.drift().of(Drift.Side.APP)).isEmpty();
      assertThat(status.drift().seen()).hasSizeGreaterThan(30);
    }
    var reading = RecordingFolder.at(folder).read();
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.recording().calls()).hasSizeGreaterThan(300);
    assertThat(RecordingCheck.of(folder, null).drift().of(Drift.Side.APP)).isEmpty();
  }

  /**
   * The committed recording comes from here: with {@code -Dfakebeeper.write=true} it is made anew.
   */
  @Test
  void the_drift_report_of_a_day_lists_exactly_what_was_planted() throws Exception {
    boolean isWritten = Boolean.getBoolean("fakebeeper.write");
    var into =
        isWritten ? RecorderSettings.into(FIXTURE).replacing() : RecorderSettings.into(folder);
    try (var app = app();
        var recorder = recorder(app, into)) {
      plant(app.world());

      node.run("recorded-day.mjs", environment(recorder));

      var status = recorder.recording().stop();
      assertThat(status.refused()).isEmpty();
      assertPlanted(status.drift());
    }
    assertPlanted(RecordingCheck.of(into.folder(), null).drift());
  }

  @Test
  void the_committed_day_shows_what_was_planted() {
    var check = RecordingCheck.of(FIXTURE, null);

    assertThat(check.findings()).isEmpty();
    assertPlanted(check.drift());
    assertThat(RecordingFolder.at(FIXTURE).read().recording().sockets()).hasSize(1);
  }

  /** Nothing that the client of the day stumbles over. */
  private static void plant(FakeWorld app) {
    var faults = app.faults();
    faults.plan(Fault.on("listChats").rewrite(set("/items/*/mood", TextNode.valueOf("sunny"))));
    faults.plan(Fault.on("getAccounts").rewrite(set("/*/status", TextNode.valueOf("dozing"))));
    faults.plan(Fault.on("patchChat").rewrite(set("/lastReadMessageSortKey", IntNode.valueOf(7))));
    faults.plan(Fault.on("clearChatReminder").answer(RawAnswer.of(202, "", "").afterCommit()));
    faults.plan(Fault.on("search").contentType("application/problem+json"));
    app.sockets()
        .every()
        .ofType("chat.upserted")
        .rewrite(frame -> frame.replaceFirst("\\{", "{\"accountID\":\"matrix\","));
  }

  private static JsonEdit set(String pointer, JsonNode value) {
    return new JsonEdit.Set(pointer, value);
  }

  private static void assertPlanted(DriftReport report) {
    assertThat(report.of(Drift.Side.APP))
        .extracting(
            drift ->
                "%s: %s %s in %s"
                    .formatted(drift.operation(), drift.kind().word(), drift.place(), drift.part()))
        .containsExactlyInAnyOrder(
            "listChats: unknown-field /items/*/mood in answer 200",
            "getAccounts: unknown-value /*/status in answer 200",
            "patchChat: wrong-type /lastReadMessageSortKey in answer 200",
            "clearChatReminder: undocumented-status  in answer 202",
            "search: undocumented-media-type Content-Type in answer 200",
            "webSocket: unknown-field /accountID in frame chat.upserted");
  }
}
