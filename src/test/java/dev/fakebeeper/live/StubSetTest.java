package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.live.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every folder of {@code stubs} does what its page says. */
@Timeout(60)
class StubSetTest {
  private static final Path STUBS = Path.of("stubs");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static FakeBeeper with(String folder) {
    return FakeBeeper.start(
        FakeBeeperConfig.forTests().toBuilder().stubs(STUBS.resolve(folder)).build());
  }

  private static Api client(FakeBeeper beeper) {
    return new Api(beeper, beeper.token());
  }

  private static Answer send(FakeBeeper beeper) {
    var chat = client(beeper).get("/v1/chats").json().at("/items/0/id").asText();
    return client(beeper).post(Api.messages(chat), "{\"text\":\"turnips\"}");
  }

  private static int stored(FakeBeeper beeper) {
    return client(beeper).get("/v1/messages/search?query=turnips").json().path("items").size();
  }

  @Test
  void the_page_lists_every_folder_and_no_other() throws IOException {
    var rows = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);
    var page = Files.readString(STUBS.resolve("README.md"));

    try (var folders = Files.list(STUBS)) {
      assertThat(rows.matcher(page).results().map(row -> row.group(1)))
          .containsExactlyElementsOf(
              folders
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .sorted()
                  .toList());
    }
  }

  @Test
  void accounts_empty() {
    try (var beeper = with("accounts-empty")) {
      assertThat(client(beeper).get("/v1/accounts").text()).isEqualTo("[]");
      assertThat(client(beeper).get("/v1/chats").json().path("items")).isNotEmpty();
    }
  }

  @Test
  void answer_breaks_off() throws IOException {
    try (var beeper = with("answer-breaks-off");
        var call = RawCall.getKeptAlive(beeper, "/v1/chats")) {
      var reply = call.reply();

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Transfer-Encoding")).hasValue("chunked");
      assertThat(reply.body()).doesNotContain("0\r\n\r\n");
    }
  }

  @Test
  void login_page_in_the_way() {
    try (var beeper = with("login-page-in-the-way")) {
      for (var path : new String[] {"/v1/accounts", "/v1/chats", "/v1/none-of-these"}) {
        var answer = client(beeper).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("<title>Welcome</title>");
      }
    }
  }

  @Test
  void search_is_slow() throws IOException {
    try (var beeper = with("search-is-slow");
        var call = RawCall.get(beeper, "/v1/messages/search?query=noon")) {
      beeper.world().faults().awaitHeld(1, PATIENCE);
      beeper.world().advance(Duration.ofSeconds(5));

      assertThat(call.reply().body()).contains("\"items\":[]");
    }
  }

  @Test
  void send_fails_once() {
    try (var beeper = with("send-fails-once")) {
      assertThat(send(beeper).status()).isEqualTo(502);
      assertThat(stored(beeper)).isZero();

      assertThat(send(beeper).status()).isEqualTo(200);
      assertThat(stored(beeper)).isOne();
    }
  }

  @Test
  void sends_go_nowhere() {
    try (var beeper = with("sends-go-nowhere")) {
      var answer = send(beeper);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("pendingMessageID").asText()).isEqualTo("forgotten");
      assertThat(stored(beeper)).isZero();
    }
  }
}
