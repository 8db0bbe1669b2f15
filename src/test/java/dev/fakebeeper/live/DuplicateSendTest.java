package dev.fakebeeper.live;

import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trap for clients that try a send again as the official SDKs do: it has no idempotency key.
 */
@Timeout(60)
class DuplicateSendTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FakeBeeper beeper;
  private URI messages;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    var chats = new Api(beeper, beeper.token()).get("/v1/chats").json();
    messages = beeper.baseUri().resolve(Api.messages(chats.at("/items/0/id").asText()));
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  /** Tries up to three times, after connection errors and after 5xx, without a pause. */
  private int sendWithRetries() throws InterruptedException {
    var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    var request =
        HttpRequest.newBuilder(messages)
            .header("Authorization", "Bearer " + beeper.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"turnips\"}"))
            .build();
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        if (answer.statusCode() < 500) {
          return answer.statusCode();
        }
      } catch (IOException lost) {
        assertThat(lost).isNotNull(); // what a client cannot tell from a send that never arrived
      }
    }
    return 0;
  }

  private int stored() {
    var path = "/v1/messages/search?query=turnips";
    return new Api(beeper, beeper.token()).get(path).json().path("items").size();
  }

  static Stream<Fault> afterCommit() {
    var first = Fault.on("sendMessage").first(1);
    return Stream.of(
        first.resetAfterCommit().named("reset"),
        first.emptyReplyAfterCommit().named("empty"),
        first.errorAfterCommit(500).named("error"),
        first.truncate().named("truncated"));
  }

  @ParameterizedTest
  @MethodSource("afterCommit")
  void a_send_whose_answer_is_lost_is_there_twice(Fault fault) throws Exception {
    beeper.world().faults().plan(fault);

    assertThat(sendWithRetries()).isEqualTo(200);

    assertThat(stored()).isEqualTo(2);
    assertThat(beeper.world().journal().exchanges().get(1).fault()).isEqualTo(fault.name());
  }

  static Stream<Fault> beforeCommit() {
    var first = Fault.on("sendMessage").first(2);
    return Stream.of(
        first.resetBeforeCommit().named("reset"),
        first.emptyReply().named("empty"),
        first.error(502).named("error"));
  }

  @ParameterizedTest
  @MethodSource("beforeCommit")
  void a_send_that_was_never_done_is_there_once(Fault fault) throws Exception {
    beeper.world().faults().plan(fault);

    assertThat(sendWithRetries()).isEqualTo(200);

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void a_slow_send_is_done_although_its_client_has_gone_and_sent_it_again() throws Exception {
    beeper.world().faults().plan(Fault.on("sendMessage").first(1).delay(Duration.ofSeconds(35)));
    try (var impatient = RawCall.post(beeper, messages.getRawPath(), "{\"text\":\"turnips\"}")) {
      beeper.world().faults().awaitHeld(1, PATIENCE);
      impatient.leave();
      var again = CompletableFuture.supplyAsync(this::sendOnce);
      assertThat(again.get(10, TimeUnit.SECONDS)).isEqualTo(200);

      beeper.world().advance(Duration.ofSeconds(35));

      beeper.world().verify(requests("sendMessage").atLeast(2).within(PATIENCE));
      assertThat(stored()).isEqualTo(2);
    }
  }

  private int sendOnce() {
    return new Api(beeper, beeper.token())
        .call("POST", messages.getRawPath(), "{\"text\":\"turnips\"}")
        .status();
  }
}
