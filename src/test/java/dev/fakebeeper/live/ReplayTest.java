package dev.fakebeeper.live;

import static dev.fakebeeper.control.journal.Verify.requests;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Incident;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.replay.Playback.Timing;
import dev.fakebeeper.recording.Calls;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made by hand and by plain WireMock, as clients meet them. */
class ReplayTest {
  private static final Path BY_HAND = Path.of("src/test/resources/recordings/by-hand");
  private static final Path PLAIN = Path.of("src/test/resources/recordings/plain-wiremock");
  private static final String REMINDERS = "/v1/chats/!lunch:beeper.local/reminders";

  private FakeBeeper beeper;

  private Api replaying(Path folder) {
    beeper = FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().replay(folder).build());
    return new Api(beeper, beeper.token());
  }

  @AfterEach
  void stop() {
    if (beeper != null) {
      beeper.close();
    }
  }

  @Test
  void a_request_gets_its_recorded_answer_and_the_journal_says_from_where() {
    var api = replaying(BY_HAND);

    var answer = api.get("/v1/accounts");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("[]");
    assertThat(exchange().origin()).isEqualTo(Origin.REPLAY);
    assertThat(exchange().operationId()).isEqualTo("getAccounts");
  }

  @Test
  void mappings_with_patterns_and_templates_answer() {
    var answer = replaying(BY_HAND).post("/v1/chats/!gym:x/messages", "{\"text\":\"noon?\"}");

    assertThat(answer.text())
        .isEqualTo("{\"chatID\":\"!gym:x\",\"pendingMessageID\":\"echo of noon?\"}");
  }

  @Test
  void a_client_that_spells_urls_differently_is_answered_too() {
    var api = replaying(BY_HAND);

    assertThat(api.get("/v1/messages/search?limit=20&query=noon+today").status()).isEqualTo(200);
    assertThat(api.call("DELETE", REMINDERS, null).status()).isEqualTo(500);
  }

  @Test
  void one_request_is_answered_in_the_recorded_order_and_the_last_answer_repeats() {
    var api = replaying(BY_HAND);

    assertThat(api.call("DELETE", REMINDERS, null).status()).isEqualTo(500);
    assertThat(api.call("DELETE", REMINDERS, null).status()).isEqualTo(204);
    assertThat(api.call("DELETE", REMINDERS, null).status()).isEqualTo(204);
    beeper.world().reset();
    assertThat(api.call("DELETE", REMINDERS, null).status()).isEqualTo(500);
  }

  @Test
  void two_worlds_play_one_recording_each_for_itself() {
    var first = replaying(BY_HAND);
    var other = beeper.worlds().open(beeper.newWorld("other"));
    var fork = other.fork("fork");
    var second = new Api(beeper, other.token());

    first.call("DELETE", REMINDERS, null);

    assertThat(second.call("DELETE", REMINDERS, null).status()).isEqualTo(500);
    assertThat(first.call("DELETE", REMINDERS, null).status()).isEqualTo(204);
    assertThat(new Api(beeper, fork.token()).call("DELETE", REMINDERS, null).status())
        .isEqualTo(500);
  }

  @Test
  void a_world_that_plays_a_recording_lives_beside_one_with_a_state() {
    beeper = FakeBeeper.start();
    var played = beeper.worlds().open(NewWorld.named("played").replaying(Playback.read(BY_HAND)));

    assertThat(new Api(beeper, played.token()).get("/v1/accounts").text()).isEqualTo("[]");
    assertThat(new Api(beeper, beeper.token()).get("/v1/accounts").text()).contains("accountID");
    assertThat(beeper.world().isReplaying()).isFalse();
    assertThatThrownBy(() -> beeper.world().replay())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("NewWorld.replaying");
  }

  @Test
  void only_the_tokens_of_the_world_are_let_in() {
    replaying(BY_HAND);

    assertThat(new Api(beeper, "recorded-token").get("/v1/accounts").status()).isEqualTo(401);
  }

  @Test
  void an_unknown_request_is_refused_as_the_vendor_would_and_explained() {
    var api = replaying(BY_HAND);

    var answer = api.get("/v1/messages/search?query=noon%20today&limit=50");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"message\":\"Not found\",\"code\":\"NOT_FOUND\"}");
    assertThat(exchange().origin()).isEqualTo(Origin.REFUSAL);
    assertThat(exchange().diagnosis().line())
        .isEqualTo(
            """
            [FB-REPLAY-UNKNOWN] GET /v1/messages/search?limit=50&query=noon today is not in the recording. The nearest is
              GET /v1/messages/search?query=noon today&limit=20 (mappings/search.json)
                query limit: "20" recorded, "50" asked
            Ask as it was recorded, record the call anew, or write a mapping for it. Fault of the client.""");
  }

  @Test
  void the_status_of_an_unknown_request_is_a_choice() {
    beeper =
        FakeBeeper.start(
            FakeBeeperConfig.forTests().toBuilder()
                .replay(Playback.read(BY_HAND).withUnknownStatus(422))
                .build());

    assertThat(new Api(beeper, beeper.token()).get("/v1/chats").status()).isEqualTo(422);
    assertThatThrownBy(() -> Playback.read(BY_HAND).withUnknownStatus(200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknownStatus (200) must be that of an error, 400 to 599");
  }

  @Test
  void a_path_outside_the_contract_is_answered_when_it_was_recorded() {
    var api = replaying(BY_HAND);

    var recorded = api.post("/v1/chats/x/typing", "{}");
    var unknown = api.post("/v1/chats/x/waving", "{}");

    assertThat(recorded.text()).contains("Route not found");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(exchange().diagnosis().line()).startsWith("[FB-ROUTE-UNKNOWN]");
  }

  @Test
  void what_breaks_the_contract_is_answered_as_recorded_and_marked() throws Exception {
    var api = replaying(BY_HAND);

    var sent = api.post("/v1/chats/x/messages", "{\"text\":\"a\",\"replyToMessageID\":7}");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(exchange().diagnosis().line())
        .startsWith("[FB-REQUEST-WARNING] sendMessage is in the recording, so it was answered,")
        .contains("/replyToMessageID");
    assertThat(exchange().violations()).isEmpty();
    stop();

    assertThat(replaying(PLAIN).get("/v1/assets/serve?url=mxc://beeper.local/picture").status())
        .isEqualTo(200);
    assertThat(exchange().diagnosis().line())
        .startsWith(
            "[FB-REPLAY-DRIFT] serveAsset: the recorded answer (v1_assets_serve) is not as the contract has it.");
  }

  @Test
  void faults_strike_before_the_recording_is_asked() {
    var api = replaying(BY_HAND);
    beeper.world().faults().plan(Fault.on("getAccounts").first(1).error(502));

    assertThat(api.get("/v1/accounts").status()).isEqualTo(502);
    assertThat(api.get("/v1/accounts").status()).isEqualTo(200);
    beeper.world().verify(requests("getAccounts").times(2));
  }

  @Test
  void a_recording_of_plain_wiremock_is_played() throws Exception {
    var api = replaying(PLAIN);

    assertThat(api.get("/v1/chats").json().path("hasMore").asBoolean()).isFalse();
    assertThat(api.get("/v1/chats").json().path("hasMore").asBoolean()).isTrue();
    assertThat(api.get("/v1/chats").json().path("hasMore").asBoolean()).isTrue();

    var picture =
        SocketClient.HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        beeper.baseUri()
                            + "/v1/assets/serve?url=mxc%3A%2F%2Fbeeper.local%2Fpicture"))
                .header("Authorization", "Bearer " + beeper.token())
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(picture.body())
        .isEqualTo(Files.readAllBytes(PLAIN.resolve("__files/v1_assets_serve-9c1d4c0e.png")));
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(picture.headers().firstValue("Matched-Stub-Name")).isEmpty();
  }

  @Test
  void recorded_delays_hold_on_the_clock_of_the_world_when_they_are_wanted(@TempDir Path folder)
      throws Exception {
    var slow =
        Calls.call(
            Calls.request("GET", "/v1/accounts", ""),
            Duration.ofSeconds(3),
            Calls.answer(200, "[]"));
    Calls.write(folder, slow);
    beeper =
        FakeBeeper.start(
            FakeBeeperConfig.forTests().toBuilder()
                .replay(Playback.read(folder).withTiming(Timing.AS_RECORDED))
                .build());
    var api = new Api(beeper, beeper.token());

    var answer = CompletableFuture.supplyAsync(() -> api.get("/v1/accounts"));
    beeper.world().faults().awaitHeld(1, Duration.ofSeconds(10));

    assertThat(answer).isNotDone();
    beeper.world().advance(Duration.ofSeconds(3));
    assertThat(answer.get(10, TimeUnit.SECONDS).text()).isEqualTo("[]");
    assertThat(replaying(folder).get("/v1/accounts").text()).as("at once").isEqualTo("[]");
  }

  @Test
  void the_address_of_the_recorded_app_is_ours(@TempDir Path folder) throws Exception {
    Calls.write(
        folder,
        Calls.get(
            "/v1/assets/serve?url=http%3A%2F%2Flocalhost%3A23373%2Ffile",
            200, "{\"events\":\"http://localhost:23373/v1/ws\",\"port\":23373}"));
    var api = replaying(folder);
    var ours = "127.0.0.1:" + beeper.port();

    var answer = api.get("/v1/assets/serve?url=" + Api.encoded("http://" + ours + "/file"));

    assertThat(answer.text())
        .isEqualTo("{\"events\":\"http://%s/v1/ws\",\"port\":%d}", ours, beeper.port());
  }

  @Test
  void an_answer_that_never_came_does_not_come(@TempDir Path folder) throws Exception {
    Calls.write(
        folder,
        Calls.call(
            Calls.request("GET", "/v1/accounts", ""),
            new RecordedAnswer(0, HttpHeaders.none(), new byte[0])));
    var api = replaying(folder);

    assertThatThrownBy(() -> api.get("/v1/accounts")).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void a_recorded_header_stands_in_place_of_our_own() throws Exception {
    replaying(PLAIN);

    var answer =
        SocketClient.HTTP.send(
            HttpRequest.newBuilder(URI.create(beeper.baseUri() + "/v1/chats"))
                .header("Authorization", "Bearer " + beeper.token())
                .build(),
            BodyHandlers.ofString(UTF_8));

    assertThat(answer.headers().allValues("X-Beeper-Desktop-Version")).containsExactly("4.2.808");
  }

  @Test
  void a_recording_without_sockets_refuses_the_upgrade() {
    replaying(PLAIN);

    assertThat(SocketClient.refusal(beeper, beeper.token())).isEqualTo(404);
    assertThat(exchange().diagnosis().line())
        .startsWith("[FB-REPLAY-UNKNOWN] The recording ")
        .contains("has no WebSocket. Record a client that opens one.");
  }

  @Test
  void frames_come_on_a_clock_that_stands_when_the_test_moves_it() throws Exception {
    replaying(BY_HAND);

    try (var socket = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
      beeper.world().advance(Duration.ofMillis(150));
      assertThat(socket.next().path("type").asText()).isEqualTo("chat.upserted");
      assertThat(beeper.world().replay().next()).isEqualTo(1);
      assertThat(socket.next().path("type").asText()).isEqualTo("chat.deleted");
      beeper.world().advance(Duration.ofMinutes(1));
      assertThat(socket.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void frames_come_by_themselves_on_a_clock_that_runs() throws Exception {
    beeper =
        FakeBeeper.start(
            FakeBeeperConfig.forTests().toBuilder().replay(BY_HAND).realClock().build());

    try (var socket = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
      assertThat(socket.nextTypes(2)).containsExactly("chat.upserted", "chat.deleted");
      assertThat(socket.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void a_command_that_was_never_recorded_is_an_incident() {
    replaying(BY_HAND);

    try (var socket = SocketClient.connect(beeper, beeper.token())) {
      socket.send("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"!gym:x\"]}");

      assertThat(socket.next().path("code").asText()).isEqualTo("INVALID_COMMAND");
      assertThat(beeper.world().journal().entries())
          .filteredOn(Incident.class::isInstance)
          .singleElement()
          .asString()
          .contains("source=replay", "[FB-REPLAY-UNKNOWN] socket-1 said");
    }
  }

  @Test
  void a_folder_that_is_no_recording_is_refused(@TempDir Path folder) {
    assertThatThrownBy(() -> replaying(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "%s is no recording: it has neither a recording.json nor a folder mappings. Give the folder that record wrote, or one of WireMock with mappings in it.",
            folder);
  }

  @Test
  void every_broken_mapping_is_told_with_its_place(@TempDir Path folder) throws IOException {
    var mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("a.json"), "{\n  \"request\": {,\n}");
    Files.writeString(mappings.resolve("b.json"), "[]");
    Files.writeString(mappings.resolve("c.json"), "{\"request\": {\"url\": \"/v1/chats\"}}");

    assertThatThrownBy(() -> replaying(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("The recording " + folder + " cannot be replayed:\n  ")
        .hasMessageContaining("mappings/a.json:2 is no JSON: ")
        .hasMessageContaining("mappings/b.json:1 is no JSON object.");
  }

  @Test
  void a_mapping_that_wiremock_does_not_take_is_told_with_its_file(@TempDir Path folder)
      throws IOException {
    var mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("c.json"),
        "{\n  \"request\": {\"url\": \"/v1/chats\"},\n  \"respond\": {}\n}");

    assertThatThrownBy(() -> replaying(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("mappings/c.json:3 ")
        .hasMessageContaining("respond");
  }

  @Test
  void a_body_that_is_not_there_is_told(@TempDir Path folder) throws IOException {
    var mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(
        mappings.resolve("c.json"),
        "{\n  \"request\": {\"url\": \"/v1/chats\"},\n  \"response\":\n    {\"bodyFileName\": \"gone.json\"}\n}");

    assertThatThrownBy(() -> replaying(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining(
            "mappings/c.json:4 The bodyFileName \"gone.json\" names no file. It is looked for in the folder __files beside mappings.");
  }

  @Test
  void a_broken_socket_is_told_with_file_and_line(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    var sockets = Files.createDirectories(folder.resolve("sockets"));
    Files.writeString(
        sockets.resolve("0001.jsonl"), "{\"afterMs\":0,\"url\":\"/v1/ws\"}\n{\"afterMs\":1");

    assertThatThrownBy(() -> replaying(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("sockets/0001.jsonl:2 ");
  }

  private Exchange exchange() {
    var entries = beeper.world().journal().entries();
    return (Exchange) entries.get(entries.size() - 1);
  }
}
