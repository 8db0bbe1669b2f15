package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.recording.drift.DriftKind;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import dev.fakebeeper.testing.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/recording.md} says what is there. */
class RecordingPageTest {
  private static final Page PAGE = Page.of("recording.md");

  @TempDir private Path folder;

  @Test
  void the_snippet_runs_and_is_the_one_of_the_page() throws Exception {
    try (var app = FakeBeeper.start()) {
      var application = app.baseUri();
      var token = app.token();
      // snippet
      var into = RecorderSettings.into(folder).scrubbing(List.of(Pattern.compile("Project \\w+")));
      var config =
          FakeBeeperConfig.forTests().toBuilder().record(application, into).upstreamToken(token);
      try (var recorder = FakeBeeper.start(config.build())) {
        letTheClientWork(recorder.baseUri(), recorder.token());

        var status = recorder.recording().stop();
        assertThat(status.refused()).isEmpty();
        assertThat(status.drift().drifts()).isEmpty();
      }
      // end
    }
    assertThat(folder.resolve("mappings")).isNotEmptyDirectory();
    PAGE.showsSnippetOf(RecordingPageTest.class);
  }

  private static void letTheClientWork(URI address, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve("/v1/chats"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }

  @Test
  void each_kind_of_drift_has_its_row() {
    var page = PAGE.text();

    assertThat(Arrays.stream(DriftKind.values()))
        .allSatisfy(kind -> assertThat(page).contains("| `" + kind.word() + "` |"));
  }

  @Test
  void the_status_of_the_page_has_the_members_of_a_status() throws Exception {
    var shown = new ObjectMapper().readTree(PAGE.fence("json"));
    try (var app = FakeBeeper.start();
        var recorder =
            FakeBeeper.start(
                FakeBeeperConfig.forTests().toBuilder()
                    .record(app.baseUri(), RecorderSettings.into(folder))
                    .build())) {
      assertThat(recorder.recording().status().json().fieldNames())
          .toIterable()
          .containsExactlyElementsOf(shown::fieldNames);
    }
  }
}
