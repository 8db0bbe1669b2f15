package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.ClientSockets;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.junit.AllowViolations;
import dev.fakebeeper.junit.FakeBeeperTest;
import dev.fakebeeper.junit.Replay;
import dev.fakebeeper.testing.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/replay.md} are regions of this class and files of the fixture. */
@FakeBeeperTest
class ReplayPageTest {
  private static final Page PAGE = Page.of("replay.md");
  private static final Path RECORDING = Path.of("src/test/resources/recordings/by-hand");
  private static final Path HERE = Path.of("src/test/java/dev/fakebeeper/docs/ReplayPageTest.java");

  // snippet: junit
  @Test
  @Replay("/recordings/by-hand") // a resource, or a path from the working directory
  void hears_of_lunch_when_the_clock_gets_there(FakeWorld world, ClientSockets sockets) {
    var socket = sockets.openSubscribed("*");

    world.advance(Duration.ofMillis(100)); // to the first recorded event

    var event = socket.await("chat.upserted", Duration.ofSeconds(5));
    assertThat(event.text()).contains("!lunch:beeper.local");
  }

  // end

  @Test
  void the_test_of_the_page_is_the_one_that_runs_here() throws IOException {
    var region =
        Pattern.compile(" *// snippet: junit\n(.*?)\n *// end", Pattern.DOTALL)
            .matcher(Files.readString(HERE));

    assertThat(region.find()).isTrue();
    assertThat(PAGE.fence("java snippet junit").strip())
        .isEqualTo(region.group(1).stripTrailing().stripIndent());
  }

  @Test
  @Replay("/recordings/by-hand")
  @AllowViolations("FB-REPLAY-UNKNOWN")
  void the_diagnosis_of_the_page_is_given(FakeBeeper beeper) throws Exception {
    var asked =
        HttpRequest.newBuilder(
                URI.create(beeper.baseUri() + "/v1/messages/search?limit=50&query=noon%20today"))
            .header("Authorization", "Bearer " + beeper.token())
            .build();

    var answer = HttpClient.newHttpClient().send(asked, BodyHandlers.discarding());

    assertThat(answer.statusCode()).isEqualTo(404);
    var exchange = (Exchange) beeper.world().journal().entries().get(0);
    assertThat(exchange.diagnosis().line()).isEqualTo(PAGE.fence("text diagnosis").strip());
  }

  @Test
  void the_files_of_the_page_are_those_of_a_recording_that_is_played() throws IOException {
    for (var file : new String[] {"mappings/send.json", "sockets/0001.jsonl"}) {
      assertThat(PAGE.fence("json " + file).strip())
          .isEqualTo(Files.readString(RECORDING.resolve(file)).strip());
    }
  }
}
