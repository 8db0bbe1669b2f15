package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.har.HarReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandsTest {
  private static final Path BY_HAND = Path.of("src/test/resources/recordings/by-hand");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void a_recording_becomes_an_archive() {
    var har = folder.resolve("day.har");

    assertThat(run("export", BY_HAND.toString(), "--har", har.toString())).isZero();

    var recording = RecordingFolder.at(BY_HAND).read().recording();
    var reading = HarReader.read(har, null);
    assertThat(reading.recording().calls()).hasSameSizeAs(recording.calls());
    assertThat(reading.recording().sockets()).hasSameSizeAs(recording.sockets());
    assertThat(out.toString())
        .contains(
            "%d calls and %d sockets are in "
                .formatted(recording.calls().size(), recording.sockets().size()));
  }

  @Test
  void a_folder_without_a_recording_is_refused() {
    var code = run("export", folder.toString(), "--har", folder.resolve("x.har").toString());

    assertThat(code).isEqualTo(ExitCode.WORLD_INVALID);
    assertThat(err.toString()).contains("is no recording: it has neither recording.json nor");
    assertThat(Files.exists(folder.resolve("x.har"))).isFalse();
  }

  @Test
  void an_archive_that_cannot_be_written_is_told() {
    var nowhere = folder.resolve("no").resolve("such.har").toString();

    var code = run("export", BY_HAND.toString(), "--har", nowhere);

    assertThat(code).isEqualTo(ExitCode.WORLD_INVALID);
    assertThat(err.toString()).contains(nowhere + " cannot be written: ");
  }

  private static final String CHROMIUM =
      "src/test/resources/dev/fakebeeper/recording/har/chromium.har";

  @Test
  void an_archive_becomes_a_recording_without_its_secrets() throws Exception {
    var into = folder.resolve("recording");

    assertThat(run("import", CHROMIUM, "--out", into.toString())).isZero();

    var recording = RecordingFolder.at(into).read().recording();
    assertThat(recording.calls()).hasSize(3);
    assertThat(recording.calls().get(1).after()).isEqualTo(Duration.ofMillis(750));
    assertThat(recording.sockets().get(0).frames()).hasSize(2);
    assertThat(recording.sockets().get(0).frames().get(1).after())
        .isEqualTo(Duration.ofMillis(500));
    assertThat(recording.head().startedAt()).isEqualTo(Instant.parse("2026-09-01T10:00:01.250Z"));
    try (var files = Files.walk(into)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("Bearer secret")
                      .doesNotContain("plan.txt"));
    }
    assertThat(out.toString()).contains("1 entries were of other hosts.");
    assertThat(err.toString()).contains("/log/entries/4/_webSocketMessages/2: no text");
  }

  @Test
  void an_import_as_json_is_one_object() throws Exception {
    assertThat(run("import", CHROMIUM, "--out", folder.resolve("r").toString(), "--json")).isZero();

    var told = new ObjectMapper().readTree(out.toString());
    assertThat(told.path("calls").asInt()).isEqualTo(3);
    assertThat(told.path("otherHosts").asInt()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_imported_leaves_no_folder_behind() throws Exception {
    var har = Files.writeString(folder.resolve("cut.har"), "{\"log\": {");
    var into = folder.resolve("recording");

    assertThat(run("import", har.toString(), "--out", into.toString()))
        .isEqualTo(ExitCode.WORLD_INVALID);
    assertThat(run("import", CHROMIUM, "--out", into.toString(), "--origin", "my app"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("import", CHROMIUM, "--out", into.toString(), "--continue", "--replace"))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("cut.har:1:10 is no JSON, so it is no HTTP archive")
        .contains("--origin: ")
        .contains("--continue and --replace exclude each other");
    assertThat(Files.exists(into)).isFalse();
  }
}
