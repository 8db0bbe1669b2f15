package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.StartException.Reason;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.RecordingReading;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import dev.fakebeeper.recording.recorder.RecordingStatus.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fake in front of another one, which stands for the real application. */
class RecordModeTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String APP_TOKEN = "the-apps-own-token-4711";

  @TempDir private Path folder;

  private final FakeBeeper app =
      FakeBeeper.start(FakeBeeperConfig.forTests().toBuilder().seed(7).token(APP_TOKEN).build());

  @AfterEach
  void stop() {
    app.close();
  }

  private FakeBeeper recorder(URI upstream) {
    return FakeBeeper.start(
        FakeBeeperConfig.forTests().toBuilder()
            .record(upstream, RecorderSettings.into(folder))
            .upstreamToken(APP_TOKEN)
            .build());
  }

  private static HttpRequest.Builder to(FakeBeeper server, String path) {
    return HttpRequest.newBuilder(server.baseUri().resolve(path))
        .header("Authorization", "Bearer " + server.token());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private RecordingReading read() {
    var reading = RecordingFolder.at(folder).read();
    assertThat(reading.findings()).isEmpty();
    return reading;
  }

  @Test
  void a_client_sees_what_the_app_answers_and_the_app_sees_its_own_token() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var direct = send(to(app, "/v1/chats"));
      var relayed = send(to(recorder, "/v1/chats"));

      assertThat(relayed.statusCode()).isEqualTo(200);
      assertThat(relayed.body()).isEqualTo(direct.body());
      assertThat(relayed.headers().firstValue("X-Beeper-Desktop-Version"))
          .isEqualTo(direct.headers().firstValue("X-Beeper-Desktop-Version"));
      var status = recorder.recording().stop();
      assertThat(status.state()).isEqualTo(State.STOPPED);
      assertThat(status.counts().calls()).isEqualTo(1);
      assertThat(status.drift().drifts()).isEmpty();
      assertThat(recorder.world().journal().entries()).isEmpty();
    }
    assertThat(read().files()).containsExactly("mappings/0001-listChats.json");
    assertThat(read().recording().head().contractVersion())
        .isEqualTo(Contract.bundled().documentVersion());
    assertThat(read().recording().head().desktopVersion()).isEqualTo(app.config().apiVersion());
    assertThat(folder.resolve("drift.json")).exists();
    assertThat(onDisk()).doesNotContain(APP_TOKEN, "Bearer fake-beeper");
  }

  private String onDisk() throws IOException {
    try (var files = Files.walk(folder)) {
      var all = new StringBuilder();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    }
  }

  @Test
  void names_of_people_and_chats_do_not_reach_the_disk_and_joins_still_work() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var chats =
          Json.parse(send(to(recorder, "/v1/chats")).body().getBytes(StandardCharsets.UTF_8));
      var chat = chats.at("/items/0/id").asText();
      send(to(recorder, "/v1/chats/" + escape(chat)));
      recorder.recording().stop();

      var calls = read().recording().calls();
      var listed = Json.parse(calls.get(0).answer().body()).at("/items/0/id").asText();
      var got = Json.parse(calls.get(1).answer().body()).at("/id").asText();
      assertThat(listed).isEqualTo(got).isNotEqualTo(chat);
      assertThat(calls.get(1).request().rawPath()).isEqualTo("/v1/chats/" + escape(listed));
      assertThat(onDisk()).doesNotContain(chat, chats.at("/items/0/title").asText());
    }
  }

  private static String escape(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @Test
  void the_app_is_named_by_the_address_that_the_client_uses() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var info = send(to(recorder, "/v1/info"));
      recorder.recording().stop();

      assertThat(info.body())
          .contains(recorder.baseUri() + "/v1/ws", "\"port\":" + recorder.port())
          .doesNotContain(":" + app.port());
    }
    var recorded = read().recording().calls().get(0).answer();
    assertThat(recorded.body()).asString().contains("http://localhost:23373/v1/ws");
  }

  @Test
  void answers_without_a_body_errors_slices_and_uploads_are_recorded() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      send(to(recorder, "/v1/chats/none"));
      var chat = firstChat(recorder);
      send(
          to(recorder, "/v1/chats/" + escape(chat) + "/archive")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"archived\":true}")));
      var upload = send(upload(recorder));
      var url = Json.parse(upload.body().getBytes(StandardCharsets.UTF_8)).path("srcURL").asText();
      var slice =
          send(to(recorder, "/v1/assets/serve?url=" + escape(url)).header("Range", "bytes=0-3"));
      recorder.recording().stop();

      assertThat(slice.statusCode()).isEqualTo(206);
      assertThat(slice.body()).isEqualTo("some");
    }
    assertThat(read().recording().calls())
        .extracting(call -> call.answer().status())
        .containsExactly(404, 200, 204, 200, 206);
    var upload = read().recording().calls().get(3).request();
    assertThat(upload.parts()).extracting(part -> part.name()).contains("file");
  }

  private static String firstChat(FakeBeeper server) throws Exception {
    var body = send(to(server, "/v1/chats")).body().getBytes(StandardCharsets.UTF_8);
    return Json.parse(body).at("/items/0/id").asText();
  }

  private static HttpRequest.Builder upload(FakeBeeper server) {
    var body =
        String.join(
            "\r\n",
            "--x",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
            "Content-Type: text/plain",
            "",
            "some text",
            "--x--",
            "");
    return to(server, "/v1/assets/upload")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void a_wrong_token_is_for_the_app_to_refuse() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var refused =
          send(
              HttpRequest.newBuilder(recorder.baseUri().resolve("/v1/chats"))
                  .header("Authorization", "Bearer somebody-elses-token"));

      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("X-Fake-Beeper-Diagnosis"))
          .hasValueSatisfying(text -> assertThat(text).startsWith("[FB-TOKEN-REFUSED]"));
    }
    assertThat(onDisk()).doesNotContain("somebody-elses-token");
  }

  @Test
  void several_clients_at_once_lose_nothing() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var chat = firstChat(recorder);
      var sent =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      HTTP.sendAsync(
                          to(recorder, "/v1/chats/" + escape(chat) + "/messages")
                              .header("Content-Type", "application/json")
                              .POST(BodyPublishers.ofString("{\"text\":\"number " + i + "\"}"))
                              .build(),
                          BodyHandlers.ofString()))
              .toList();
      sent.forEach(one -> assertThat(one.join().statusCode()).isEqualTo(200));

      assertThat(recorder.recording().stop().counts().calls()).isEqualTo(61);
    }
    assertThat(read().recording().calls()).hasSize(61);
    assertThat(read().recording().calls()).extracting(RecordedCall::after).isSorted();
  }

  @Test
  void frames_go_both_ways_and_are_recorded_with_who_sent_them() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var heard = new Heard();
      var socket =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer " + recorder.token())
              .buildAsync(socketUri(recorder), heard)
              .join();
      assertThat(heard.next().path("type").asText()).isEqualTo("ready");
      socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
      assertThat(heard.next().path("type").asText()).isEqualTo("subscriptions.updated");
      socket.sendClose(4001, "enough").join();
      assertThat(heard.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4001);
    }
    var sockets = read().recording().sockets();
    assertThat(sockets).hasSize(1);
    assertThat(sockets.get(0).frames())
        .extracting(RecordedFrame::sender)
        .containsExactly(Sender.APP, Sender.CLIENT, Sender.APP);
    assertThat(sockets.get(0).frames().get(1).text())
        .isEqualTo("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");
    assertThat(sockets.get(0).end()).isNotNull();
    assertThat(sockets.get(0).end().code()).isEqualTo(4001);
  }

  private static URI socketUri(FakeBeeper server) {
    return URI.create(server.baseUri().toString().replace("http", "ws") + "/v1/ws");
  }

  /** What a client hears. */
  private static final class Heard implements WebSocket.Listener {
    final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      frames.add(Json.parse(data.toString().getBytes(StandardCharsets.UTF_8)));
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    JsonNode next() throws InterruptedException {
      var frame = frames.poll(10, TimeUnit.SECONDS);
      assertThat(frame).isNotNull();
      return frame;
    }
  }

  @Test
  void the_app_closes_a_socket_and_the_client_hears_its_code() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      var heard = new Heard();
      HTTP.newWebSocketBuilder()
          .header("Authorization", "Bearer " + recorder.token())
          .buildAsync(socketUri(recorder), heard)
          .join();
      heard.next();
      app.world().sockets().closeAll(4444, "for the test");

      assertThat(heard.closed.get(10, TimeUnit.SECONDS)).isEqualTo(4444);
      recorder.recording().stop();
    }
    var end = read().recording().sockets().get(0).end();
    assertThat(end.code()).isEqualTo(4444);
    assertThat(end.sender()).isEqualTo(Sender.APP);
  }

  @Test
  void a_refused_upgrade_is_refused_to_the_client_with_the_same_status_and_recorded() {
    try (var recorder = recorder(app.baseUri())) {
      var upgrade =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer wrong-token-of-a-client")
              .buildAsync(socketUri(recorder), new Heard());

      assertThatThrownBy(upgrade::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
    }
    assertThat(read().recording().calls())
        .extracting(call -> call.answer().status())
        .containsExactly(401);
  }

  @Test
  void an_app_that_is_down_is_a_502_with_a_diagnosis_and_no_call() throws Exception {
    var upstream = app.baseUri();
    app.close();
    try (var recorder = recorder(upstream)) {
      var answer = send(to(recorder, "/v1/chats"));

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("\"code\":\"UPSTREAM_ERROR\"");
      assertThat(diagnosis(answer))
          .startsWith("[FB-UPSTREAM-FAILED] Nothing takes a connection at " + upstream);
      assertThat(recorder.recording().stop().unanswered()).isEqualTo(1);
    }
    assertThat(RecordingFolder.at(folder).read().recording().calls()).isEmpty();
  }

  private static String diagnosis(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Fake-Beeper-Diagnosis").orElseThrow();
  }

  @Test
  void an_app_that_ends_in_the_middle_is_a_502_that_says_so() throws Exception {
    try (var half = halfAnswer();
        var recorder = recorder(URI.create("http://127.0.0.1:" + half.getLocalPort()))) {
      var answer = send(to(recorder, "/v1/chats"));

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(diagnosis(answer)).contains("ended the connection before the end of its answer");
    }
  }

  private static ServerSocket halfAnswer() throws IOException {
    var server = new ServerSocket(0);
    var thread =
        new Thread(
            () -> {
              try (var socket = server.accept()) {
                socket.getInputStream().read(new byte[1000]);
                var text = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":";
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @Test
  void the_control_api_shows_and_stops_the_recording() throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      send(to(recorder, "/v1/accounts"));
      var going = json(send(to(recorder, "/__control/recording")));
      var stopped = json(send(to(recorder, "/__control/recording").POST(BodyPublishers.noBody())));
      send(to(recorder, "/v1/accounts"));

      assertThat(going.path("state").asText()).isEqualTo("recording");
      assertThat(stopped.path("state").asText()).isEqualTo("stopped");
      assertThat(stopped.path("calls").asInt()).isEqualTo(1);
      assertThat(stopped.at("/drift/seen/getAccounts").asInt()).isEqualTo(1);
      assertThat(recorder.recording().status().counts().calls()).isEqualTo(1);
    }
    assertThat(send(to(app, "/__control/recording")).statusCode()).isEqualTo(404);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_folder_that_takes_nothing_more_ends_the_recording_and_every_answer_says_so()
      throws Exception {
    try (var recorder = recorder(app.baseUri())) {
      send(to(recorder, "/v1/accounts"));
      var mappings = folder.resolve("mappings");
      await().until(() -> recorder.recording().status().counts().calls() == 1);
      Files.move(mappings, folder.resolve("moved"));
      Files.createFile(mappings); // as good as a full disk: nothing can be put there
      send(to(recorder, "/v1/accounts"));
      recorder.recording().ended().get(10, TimeUnit.SECONDS);

      var answer = send(to(recorder, "/v1/accounts"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(diagnosis(answer)).startsWith("[FB-RECORDING-FAILED] The recording into ");
      assertThat(recorder.recording().stop().state()).isEqualTo(State.FAILED);
    }
    Files.delete(folder.resolve("mappings"));
    Files.move(folder.resolve("moved"), folder.resolve("mappings"));
    assertThat(read().recording().calls()).hasSize(1);
  }

  @Test
  void a_second_recorder_on_the_folder_does_not_start() {
    try (var recorder = recorder(app.baseUri())) {
      assertThat(recorder.recording().status().state()).isEqualTo(State.RECORDING);

      assertThatThrownBy(() -> recorder(app.baseUri()))
          .isInstanceOfSatisfying(
              StartException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.CANNOT_RECORD))
          .hasMessageStartingWith("Another recorder writes to ");
    }
  }

  @Test
  void a_recorder_in_front_of_itself_does_not_start() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var config =
        FakeBeeperConfig.forTests().toBuilder()
            .port(port)
            .record(URI.create("http://localhost:" + port), RecorderSettings.into(folder))
            .build();

    assertThatThrownBy(() -> FakeBeeper.start(config))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("would be the recorder itself");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void who_records_nothing_says_so() {
    assertThatThrownBy(app::recording)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FakeBeeperConfig.Builder.record");
    assertThatThrownBy(() -> FakeBeeperConfig.forTests().toBuilder().upstreamToken("abc").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of(URI.create("ftp://x"), URI.create("/x")))
        .allSatisfy(
            wrong ->
                assertThatThrownBy(
                        () ->
                            FakeBeeperConfig.forTests().toBuilder()
                                .record(wrong, RecorderSettings.into(folder)))
                    .isInstanceOf(IllegalArgumentException.class));
  }
}
