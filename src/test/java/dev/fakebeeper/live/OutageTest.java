package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The app is quit, and started again. */
@Timeout(60)
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FakeBeeper beeper;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private Socket connect() throws IOException {
    return new Socket(beeper.baseUri().getHost(), beeper.port());
  }

  private int ask() {
    return new Api(beeper, beeper.token()).get("/v1/accounts").status();
  }

  @Test
  void connections_are_refused_until_it_ends() {
    beeper.outage().begin();

    assertThat(beeper.outage().isOn()).isTrue();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    beeper.outage().end();
    assertThat(beeper.outage().isOn()).isFalse();
    assertThat(ask()).isEqualTo(200);
  }

  @Test
  void open_connections_are_dropped() throws Exception {
    try (var idle = RawCall.getKeptAlive(beeper, "/v1/info")) {
      idle.readHead();

      beeper.outage().begin();

      assertThat(idle.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void a_request_that_is_being_answered_gets_no_answer() throws Exception {
    beeper.world().faults().plan(Fault.on("getAccounts").delay(Duration.ofSeconds(35)));
    try (var call = RawCall.get(beeper, "/v1/accounts")) {
      beeper.world().faults().awaitHeld(1, PATIENCE);

      beeper.outage().begin();

      assertThat(call.reply().text()).isEmpty();
    }
  }

  @Test
  void sockets_drop_without_a_word_and_can_be_opened_again() throws Exception {
    try (var socket = RawCall.upgrade(beeper)) {
      socket.readHead();
      socket.readTo("}"); // the frame "ready"

      beeper.outage().begin();

      var reply = socket.reply();
      assertThat(reply.status()).isEqualTo(101);
      assertThat(reply.body()).endsWith("}"); // and no close frame behind it
      assertThat(reply.end()).isEqualTo(RawCall.End.FIN);
    }
    beeper.outage().end();
    try (var again = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
      var account = beeper.world().accountIds().get(0);
      beeper.world().others().openChat(account, "@zoe:beeper.local", "Zoe");
      assertThat(again.next().path("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void what_happens_meanwhile_is_there_afterwards_for_the_same_token() {
    var account = beeper.world().accountIds().get(0);
    beeper.outage().begin();
    var chat = beeper.world().others().openChat(account, "@zoe:beeper.local", "Zoe");
    beeper.outage().end();

    var answer = new Api(beeper, beeper.token()).get(Api.chat(chat));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void it_can_happen_again_and_again() {
    for (int i = 0; i < 5; i++) {
      beeper.outage().begin();
      beeper.outage().begin();
      assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
      beeper.outage().end();
      beeper.outage().end();
      assertThat(ask()).isEqualTo(200);
    }
  }

  @Test
  void it_can_end_by_itself() {
    beeper.outage().lasting(Duration.ofMillis(100));

    await().atMost(PATIENCE).until(() -> !beeper.outage().isOn());
    assertThat(ask()).isEqualTo(200);
  }

  @Test
  void one_that_was_ended_by_hand_does_not_end_the_next() {
    beeper.outage().lasting(Duration.ofMillis(50));
    beeper.outage().end();
    beeper.outage().begin();
    beeper.outage().end();
    beeper.outage().lasting(Duration.ofHours(1));

    assertThat(beeper.outage().isOn()).isTrue();
  }

  @Test
  void every_world_of_the_server_can_call_for_it() {
    var other = beeper.worlds().open(NewWorld.named("other"));

    other.outage().begin();

    assertThat(beeper.world().outage().isOn()).isTrue();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_fake_can_be_closed_during_one_and_frees_its_port() throws Exception {
    beeper.outage().begin();

    beeper.close();

    beeper.outage().end();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    var config = beeper.config().toBuilder().port(beeper.port()).build();
    try (var next = FakeBeeper.start(config)) {
      assertThat(next.port()).isEqualTo(beeper.port());
    }
  }

  @Test
  void worlds_without_a_server_have_none() {
    var lonely = new FakeWorlds(new Worlds(), WorldRules.defaults()).open(NewWorld.named("lonely"));

    assertThatThrownBy(lonely::outage)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no server");
  }
}
