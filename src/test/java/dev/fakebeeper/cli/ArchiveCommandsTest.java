package dev.fakebeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.har.HarReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
