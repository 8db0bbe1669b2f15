package dev.fakebeeper.control.bundle;

import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private static String call(FakeBeeper beeper, String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
            .header("Authorization", "Bearer " + beeper.token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private static String send(FakeBeeper beeper, String chat, String text) throws Exception {
    return call(beeper, "POST", "/v1/chats/" + chat + "/messages", "{\"text\":\"" + text + "\"}");
  }

  private static String lunch(FakeWorld world) {
    return world.others().openChat(world.accountIds().get(0), "@ann:beeper.local", "Ann");
  }

  @Test
  void a_world_goes_on_in_another_process_as_it_would_have_gone_on_in_its_own() throws Exception {
    var file = folder.resolve("deep").resolve("failed.zip");
    var config = FakeBeeperConfig.forTests();
    try (var beeper = FakeBeeper.start(config);
        var other = FakeBeeper.start(config.toBuilder().token("other").world("empty").build())) {
      var chat = lunch(beeper.world());
      send(beeper, chat, "noon?");
      beeper.world().advance(Duration.ofMinutes(7));
      new BundleWriter(beeper.world(), Map.of("test", "InboxTest.shows_it", "apiVersion", "4.3.89"))
          .write(file);

      var bundle = Bundle.read(file);
      bundle.restoreInto(other.world());

      assertThat(bundle.about("test")).contains("InboxTest.shows_it");
      assertThat(bundle.at()).isEqualTo(beeper.world().now()).isEqualTo(other.world().now());
      other.world().verify(requests("sendMessage").withBody("$.text", "noon?").times(1));
      assertThat(other.world().journal().exchanges())
          .extracting(exchange -> exchange.operationId())
          .containsExactly("sendMessage");
      assertThat(call(other, "GET", "/v1/chats?limit=100", ""))
          .isEqualTo(
              call(beeper, "GET", "/v1/chats?limit=100", "").replace(port(beeper), port(other)));
      assertThat(send(other, chat, "later")).isEqualTo(send(beeper, chat, "later"));
      assertThat(other.world().snapshots().names()).containsExactly("failure");
    }
  }

  private static String port(FakeBeeper beeper) {
    return ":" + beeper.port();
  }

  @Test
  void tokens_are_not_in_it() throws Exception {
    var file = folder.resolve("failed.zip");
    var config = FakeBeeperConfig.forTests().toBuilder().token("very-secret-token").build();
    try (var beeper = FakeBeeper.start(config)) {
      call(beeper, "GET", "/v1/accounts", "");
      new BundleWriter(beeper.world(), Map.of()).write(file);
    }

    try (var zip = new ZipFile(file.toFile())) {
      for (var name : new String[] {"about.json", "journal.json", "state.json"}) {
        var text =
            new String(
                zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).as(name).isNotEmpty().doesNotContain("very-secret-token");
      }
    }
  }

  @Test
  void a_world_that_is_too_large_stays_outside() throws Exception {
    var file = folder.resolve("failed.zip");
    try (var beeper = FakeBeeper.start()) {
      call(beeper, "GET", "/v1/accounts", "");
      new BundleWriter(beeper.world(), Map.of(), 10_000).write(file);
    }

    assertThat(Files.size(file)).isLessThan(10_000);
    assertThatThrownBy(() -> Bundle.read(file))
        .hasMessage(
            file
                + " cannot be replayed: its world was too large to be written into it. Look at its journal.json, or let the test start from a smaller world.");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void a_bundle_that_cannot_be_written_leaves_the_old_one() throws Exception {
    var file = folder.resolve("failed.zip");
    Files.writeString(file, "old");
    try (var beeper = FakeBeeper.start()) {
      var writer = new BundleWriter(beeper.world(), Map.of(), 10);
      assertThatThrownBy(() -> writer.write(file)).isInstanceOf(IOException.class);
    }

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void a_file_of_another_kind_is_refused() throws Exception {
    var text = Files.writeString(folder.resolve("text.zip"), "no zip");
    var other = folder.resolve("other.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("about.json"));
      zip.write("{\"fakeBeeperBundle\": 2}".getBytes(StandardCharsets.UTF_8));
    }

    var torn = folder.resolve("torn.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(torn))) {
      zip.putNextEntry(new ZipEntry("about.json"));
      zip.write("{\"fakeBeeperBundle\": 1}".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> Bundle.read(torn))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            torn + " cannot be replayed: it has no journal.json. Give it as it was written.");
    assertThatThrownBy(() -> Bundle.read(text))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith(text + " cannot be replayed: it cannot be read (")
        .hasMessageEndingWith("). Give a file that the JUnit extension wrote when a test failed.");
    assertThatThrownBy(() -> Bundle.read(other))
        .hasMessage(
            other
                + " cannot be replayed: it is no failure bundle of this format (fakeBeeperBundle 1). Replay it with the fake-beeper that wrote it.");
    assertThatThrownBy(() -> Bundle.read(folder.resolve("no.zip")))
        .isInstanceOf(BundleException.class);
  }
}
