package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.recording.recorder.RecordingStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What {@code record} tells people. */
final class RecordSummary {
  private RecordSummary() {}

  static String greeting(FakeBeeper beeper, URI upstream, Path folder) {
    return """
        fake-beeper records %s into %s.

          address  %s
          token    %s

        Point the client there. End with Ctrl-C, or with: curl -X POST %s/__control/recording
        """
        .formatted(upstream, folder, beeper.baseUri(), beeper.token(), beeper.baseUri());
  }

  static String text(RecordingStatus status, Path folder) {
    var text = new StringBuilder();
    text.append(
        "fake-beeper recorded %d calls, %d sockets and %d frames in %d seconds into %s.%n"
            .formatted(
                status.counts().calls(),
                status.counts().sockets(),
                status.counts().frames(),
                status.elapsed().toSeconds(),
                folder));
    text.append("%d values were replaced or left out.%n".formatted(status.replaced()));
    if (status.unanswered() > 0) {
      text.append("%d requests had no answer.%n".formatted(status.unanswered()));
    }
    add(text, "Not recorded:", status.notes());
    add(text, "Kept off the disk:", status.refused());
    if (!status.failure().isEmpty()) {
      text.append(status.failure()).append(System.lineSeparator());
    }
    var drift = status.drift();
    text.append("Seen: ").append(names(drift.seen().keySet().stream().toList()));
    text.append("Not seen: ").append(names(drift.unseen()));
    return text.append(drift.text()).toString();
  }

  /** How the process ends after a recording. */
  static int code(RecordingStatus status) {
    return status.failure().isEmpty() && status.refused().isEmpty() ? 0 : ExitCode.CANNOT_RECORD;
  }

  private static void add(StringBuilder text, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(heading).append(System.lineSeparator());
      lines.forEach(line -> text.append("  ").append(line).append(System.lineSeparator()));
    }
  }

  private static String names(List<String> names) {
    return (names.isEmpty() ? "nothing" : String.join(", ", names)) + System.lineSeparator();
  }
}
