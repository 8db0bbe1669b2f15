package dev.fakebeeper.control.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.WorldException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What actions do to a socket that is really open. */
class SocketActionTest {
  private final FakeBeeper beeper = FakeBeeper.start();
  private final FakeWorld fake = beeper.world();

  @AfterEach
  void close() {
    beeper.close();
  }

  @Test
  void rules_change_what_a_client_hears_and_are_listed_as_they_were_written() throws Exception {
    var client = new Client(beeper);
    run("socketRule: {on: {type: message.upserted, chatID: '1030'}, times: 1, duplicate: {}}");
    run("socketRule: {hold: {numbered: onArrival}}");

    run("message: {chatID: '1030', from: '@ines.q:beeper.com', text: hello}");

    assertThat(client.next()).contains("message.upserted");
    assertThat(client.next()).contains("message.upserted");

    run("socketFrame: {socketID: socket-1, text: between}");
    assertThat(client.next()).isEqualTo("between");
    assertThat(SocketJson.rules(fake.sockets()))
        .extracting(ObjectNode::toString)
        .containsExactly(
            "{\"ruleID\":\"rule-1\",\"on\":{\"type\":\"message.upserted\",\"chatID\":\"1030\"},\"times\":1,\"duplicate\":{\"copies\":2,\"numbered\":\"onDeparture\"},\"fired\":1}",
            "{\"ruleID\":\"rule-2\",\"hold\":{\"numbered\":\"onArrival\"},\"fired\":1}");
    run("socketRelease: {}");
    assertThat(client.next()).contains("chat.upserted");

    run("socketRuleRemoval: {ruleID: rule-1}");
    assertThat(SocketJson.rules(fake.sockets())).hasSize(1);
    run("socketRuleRemoval: {}");
    assertThat(SocketJson.rules(fake.sockets())).isEmpty();
  }

  @Test
  void sockets_are_closed_cut_and_go_dead() throws Exception {
    var closed = new Client(beeper);
    run("socketClose: {code: 1013, reason: come back later}");
    assertThat(closed.next()).isEqualTo("closed 1013 come back later");

    var cut = new Client(beeper);
    run("socketCut: {socketID: socket-2}");
    assertThat(cut.next()).isEqualTo("broken");

    new Client(beeper);
    run("socketHalfOpen: {}");
    assertThat(SocketJson.sockets(fake.sockets()))
        .singleElement()
        .satisfies(
            socket -> {
              assertThat(socket.path("state").asText()).isEqualTo("half_open");
              assertThat(socket.path("chatIDs").path(0).asText()).isEqualTo("*");
            });
  }

  @Test
  void a_socket_that_is_not_open_is_refused() {
    var exception =
        catchThrowableOfType(WorldException.class, () -> run("socketCut: {socketID: socket-9}"));

    assertThat(Refusal.of(exception).orElseThrow().reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {socketRule: {times: 1}}                    | None of lose, duplicate, reorder, hold | Say what happens
          {socketRule: {lose: {}, hold: {}}}          | There is lose already | Keep one of them
          {socketRule: {on: {type: typing}, lose: {}}} | type (typing) is not       | message.upserted
          {socketRule: {duplicate: {copies: 1}}}      | copies (1) must be 2 or more | Correct it
          {socketRule: {lose: {numbered: never}}}     | "never" is none of the known words | onArrival, onDeparture
          {socketRule: {times: 0, lose: {}}}          | times (0) must be 1 or more | Correct it
          {socketClose: {code: 1006}}                 | code (1006) cannot be sent | cut the connection
          {socketFrame: {}}                           | "text" is missing          | Add "text:"
          """)
  void a_mistake_is_explained_with_its_place(String action, String what, String fix) {
    var mistake =
        catchThrowableOfType(SourceException.class, () -> ActionFormat.read(node(action)));

    assertThat(mistake).hasMessageStartingWith("test.yaml:1:").hasMessageContainingAll(what, fix);
  }

  private void run(String action) {
    ActionFormat.read(node(action)).run(fake);
  }

  private static SourceNode node(String yaml) {
    try {
      return SourceReader.read(
          "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Subscribed to everything; keeps what it hears, the end included. */
  private static final class Client implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    Client(FakeBeeper beeper) throws InterruptedException {
      var uri = URI.create(beeper.baseUri().toString().replace("http", "ws") + "/v1/ws");
      var socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + beeper.token())
              .buildAsync(uri, this)
              .join();
      socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
      beeper.world().sockets().awaitSubscribed(1, Duration.ofSeconds(10));
      assertThat(List.of(next(), next())).allMatch(frame -> frame.startsWith("{"));
    }

    String next() throws InterruptedException {
      var frame = heard.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame within ten seconds").isNotNull();
      return frame;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        heard.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      heard.add("closed " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      heard.add("broken");
    }
  }
}
