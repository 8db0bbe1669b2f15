package dev.fakebeeper.live;

import static dev.fakebeeper.control.journal.DiagnosisCode.HTTP_BROKEN;
import static dev.fakebeeper.control.journal.Verify.events;
import static dev.fakebeeper.control.journal.Verify.inOrder;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.SocketEvent;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import dev.fakebeeper.control.journal.VerificationFailure;
import dev.fakebeeper.live.BrokenRequests.Broken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private FakeBeeper beeper;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private int get(String path, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(beeper.baseUri().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("X-Stainless-Retry-Count", "1")
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Exchange only(Journal journal) {
    var exchanges = journal.exchanges();
    assertThat(exchanges).hasSize(1);
    return exchanges.get(0);
  }

  @Test
  void an_answered_request_is_in_the_journal_of_its_world() throws Exception {
    var other = beeper.worlds().open(NewWorld.named("other"));

    get("/v1/accounts?colour=red", other.token());

    var exchange = only(other.journal());
    assertThat(exchange.operationId()).isEqualTo("getAccounts");
    assertThat(exchange.origin()).isEqualTo(Origin.FAKE);
    assertThat(exchange.response().status()).isEqualTo(200);
    assertThat(exchange.warnings()).hasSize(1);
    assertThat(exchange.violations()).isEmpty();
    assertThat(exchange.retry()).isEqualTo("1");
    assertThat(exchange.at()).isEqualTo(other.now());
    assertThat(exchange.world()).isEqualTo("other");
    assertThat(beeper.world().journal().entries()).isEmpty();
  }

  @Test
  void what_was_refused_is_there_with_its_reason() throws Exception {
    get("/v1/nowhere", beeper.token());
    get("/v1/accounts", "wrong");
    get("/v1/messages/search?limit=500", beeper.token());
    get("/v1/chats/none", beeper.token());

    var exchanges = beeper.world().journal().exchanges();
    assertThat(exchanges)
        .extracting(exchange -> exchange.diagnosis().code())
        .isEqualTo(
            List.of(
                DiagnosisCode.ROUTE_UNKNOWN,
                DiagnosisCode.TOKEN_REFUSED,
                DiagnosisCode.REQUEST_INVALID,
                DiagnosisCode.OPERATION_REFUSED));
    assertThat(exchanges)
        .extracting(Exchange::origin)
        .containsExactly(Origin.REFUSAL, Origin.REFUSAL, Origin.REFUSAL, Origin.FAKE);
    assertThat(exchanges.get(2).violations()).hasSize(1);
    assertThat(exchanges).extracting(Exchange::number).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_test_verifies_what_a_client_did_in_its_world() throws Exception {
    var chats = TwoChats.open(beeper);
    var localId = new Api(beeper, chats.token()).get(Api.chat(chats.lunch())).json();
    new Api(beeper, chats.token()).post(Api.messages(chats.lunch()), "{\"text\": \"noon?\"}");

    var world = chats.control();
    world.verify(requests("sendMessage").inChat(localId.path("localChatID").asText()).times(1));
    world.verify(inOrder(requests("getChat"), requests().withBody("$.text", "noon?")));
    world.verify(requests("getChat"));
    assertThat(world.check(requests("listChats").times(1)).passed()).isFalse();
    assertThatThrownBy(() -> world.verify(requests("sendMessage").inChat(chats.gym())))
        .isInstanceOf(VerificationFailure.class)
        .hasMessageContaining("chat");
    assertThatThrownBy(() -> world.verify(requests("sendMesage").never()))
        .hasMessage("The contract has no operation \"sendMesage\". Did you mean sendMessage?");
    world.verify(requests("webSocket").never());
  }

  @Test
  void a_journal_can_be_switched_off() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().journalEntries(0).build();
    try (var quiet = FakeBeeper.start(config)) {
      assertThat(new Api(quiet, quiet.token()).get("/v1/info").status()).isEqualTo(200);

      assertThat(quiet.world().journal().isOff()).isTrue();
      assertThat(quiet.world().journal().entries()).isEmpty();
    }
  }

  @Test
  void what_the_http_server_refused_by_itself_is_there_too() throws Exception {
    try (var raw = new RawHttp(beeper)) {
      raw.send(new Broken("", "GET", "/v1/chats/%zz", null, null), beeper.token());
      raw.send(new Broken("", "GET", "/v1/" + "a".repeat(20_000), null, null), beeper.token());
    }

    var exchanges = beeper.world().journal().find(requests().diagnosed(HTTP_BROKEN));
    assertThat(exchanges)
        .extracting(exchange -> exchange.response().status())
        .containsExactly(400, 414);
    assertThat(exchanges.get(0).request().method()).as("as Jetty calls it").isEqualTo("BAD");
    assertThat(exchanges.get(0).request().rawPath()).as("which nobody could read").isEmpty();
  }

  @Test
  void a_browser_page_of_another_machine_leaves_a_trace() throws Exception {
    try (var raw = new RawHttp(beeper)) {
      raw.preflight("/v1/chats", "https://example.com");
      raw.preflight("/v1/chats", "http://localhost:3000");
    }

    var exchange = only(beeper.world().journal());
    assertThat(exchange.diagnosis().code()).isEqualTo(DiagnosisCode.ORIGIN_REFUSED);
    assertThat(exchange.response().status()).isEqualTo(403);
  }

  @Test
  void an_upgrade_that_was_refused_is_an_exchange() {
    assertThatThrownBy(() -> SocketClient.connect(beeper, "wrong"))
        .isInstanceOf(CompletionException.class);

    var exchange = only(beeper.world().journal());
    assertThat(exchange.operationId()).isEqualTo("webSocket");
    assertThat(exchange.response().status()).isEqualTo(401);
    assertThat(exchange.diagnosis().code()).isEqualTo(DiagnosisCode.TOKEN_REFUSED);
  }

  @Test
  void what_happens_on_a_socket_stands_between_the_exchanges() throws Exception {
    var chats = TwoChats.open(beeper);
    var world = chats.control();
    try (var socket = SocketClient.connect(beeper, chats.token()).subscribe(chats.lunch())) {
      new Api(beeper, chats.token()).post(Api.messages(chats.lunch()), "{\"text\": \"noon?\"}");
      socket.next();

      world.verify(
          inOrder(
              events().kind(Kind.OPENED),
              events("ready"),
              events().received().type("subscriptions.set").inChat(chats.lunch()),
              events().kind(Kind.SUBSCRIBED),
              events("subscriptions.updated"),
              events("message.upserted").inChat(chats.lunch())));
      world.verify(requests("sendMessage").times(1));
      world.verify(events("message.upserted").withFrame("$.entries[0].text", "noon?"));
    }
    world.verify(events().kind(Kind.CLOSED).times(1).within(Duration.ofSeconds(20)));
  }

  @Test
  void an_event_that_a_rule_lost_or_repeated_says_so() throws Exception {
    var chats = TwoChats.open(beeper);
    var world = chats.control();
    try (var socket = SocketClient.connect(beeper, chats.token()).subscribe(chats.lunch())) {
      world.sockets().next(1).ofType("message.upserted").lose();
      chats.says(chats.lunch(), chats.ann(), "lost");
      world.verify(events().kind(Kind.LOST).atLeast(1).within(Duration.ofSeconds(20)));
      world.sockets().next(1).ofType("message.upserted").duplicate(2);
      chats.says(chats.lunch(), chats.ann(), "twice");
      world.verify(
          events("message.upserted")
              .withFrame("$.entries[0].text", "twice")
              .atLeast(2)
              .within(Duration.ofSeconds(20)));
      assertThat(socket.nextTypes(3))
          .containsExactly("chat.upserted", "message.upserted", "message.upserted");
    }

    assertThat(world.journal().find(events("message.upserted")))
        .extracting(SocketEvent::remark)
        .contains("duplicated");
  }

  @Test
  void a_reset_empties_the_journal_and_numbers_go_on() throws Exception {
    get("/v1/info", beeper.token());

    beeper.world().reset();

    assertThat(beeper.world().journal().entries()).isEmpty();
    get("/v1/info", beeper.token());
    assertThat(only(beeper.world().journal()).number()).isEqualTo(2);
  }
}
