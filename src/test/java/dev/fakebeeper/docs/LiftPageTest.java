package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.lift.Difference.Why;
import dev.fakebeeper.control.lift.Lift;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingHead;
import dev.fakebeeper.recording.har.HarReader;
import dev.fakebeeper.recording.har.HarWriter;
import dev.fakebeeper.testing.JavaText;
import dev.fakebeeper.testing.Page;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets and tables of {@code docs/lift.md} are right. */
class LiftPageTest {
  private static final Page PAGE = Page.of("lift.md");
  private static final String PROGRAM =
      """
      import dev.fakebeeper.FakeBeeper;
      %s
      public final class Snippet%d {
        public static void run(FakeBeeper beeper, Recording recording, Path har) throws Exception {
          %s
        }
      }
      """;

  @TempDir private Path folder;

  /** Two chats of the app, seen in one call. */
  private static Recording recording() {
    var chat =
        "{\"id\":\"!%s:b\",\"localChatID\":\"%d\",\"accountID\":\"matrix\",\"network\":\"Beeper (Matrix)\",\"title\":\"%s\",\"type\":\"group\",\"participants\":{\"items\":[],\"hasMore\":false,\"total\":0},\"lastActivity\":\"2026-09-01T09:0%d:00.000Z\",\"unreadCount\":0,\"unreadMentionsCount\":0,\"isReadOnly\":false,\"isArchived\":false,\"isMarkedUnread\":false,\"isMuted\":false,\"isPinned\":false,\"isLowPriority\":false,\"draft\":null,\"reminder\":null,\"snooze\":null}";
    var page =
        "{\"items\":[%s,%s],\"hasMore\":false,\"oldestCursor\":\"x\",\"newestCursor\":\"y\"}"
            .formatted(chat.formatted("a", 1, "Lunch", 2), chat.formatted("b", 2, "Gym", 1));
    var answer =
        new RecordedAnswer(
            200,
            HttpHeaders.none().with("Content-Type", "application/json"),
            page.getBytes(StandardCharsets.UTF_8));
    var call =
        new RecordedCall(
            Duration.ZERO, Duration.ofMillis(5), ApiRequest.of("GET", "/v1/chats", null), answer);
    var head = new RecordingHead(Instant.parse("2026-09-01T10:00:00Z"), null, null);
    return new Recording(head, List.of(call), List.of());
  }

  @Test
  void the_java_snippets_run() throws Exception {
    var snippets = PAGE.fences("java");
    var har = folder.resolve("browser.har");
    try (var out = Files.newOutputStream(har)) {
      HarWriter.write(recording(), out);
    }
    assertThat(snippets).hasSize(4);
    try (var beeper = FakeBeeper.start()) {
      for (int i = 0; i < snippets.size(); i++) {
        try (var loader = compiled(i, snippets.get(i))) {
          loader
              .loadClass("Snippet" + i)
              .getMethod("run", FakeBeeper.class, Recording.class, Path.class)
              .invoke(null, beeper, recording(), har);
        }
      }
    }
    assertThat(HarReader.read(folder.resolve("monday.har"), null).recording().calls()).hasSize(1);
    assertThat(Lift.of(recording()).report().seen()).containsEntry("chats", 2);
  }

  private URLClassLoader compiled(int number, String snippet) throws IOException {
    var imports = String.join("", PAGE.fences("java imports"));
    var text = PROGRAM.formatted(imports, number, snippet);
    return new JavaText("Snippet" + number, text).compiledInto(folder);
  }

  @Test
  void every_reason_for_a_difference_is_explained() throws Exception {
    var page = PAGE.text();

    for (var why : Why.values()) {
      assertThat(page)
          .contains("`" + why.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |");
    }
  }
}
