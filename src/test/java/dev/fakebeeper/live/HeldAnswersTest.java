package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.faults.Fault;
import dev.fakebeeper.control.faults.FaultEffect;
import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Sent;
import dev.fakebeeper.live.RawCall.End;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that wait for the world's clock, and all that can end the wait. */
@Timeout(60)
class HeldAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SLOW = Duration.ofSeconds(35);

  private FakeBeeper beeper;
  private FakeWorld world;
  private Faults faults;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    world = beeper.world();
    faults = world.faults();
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private RawCall accounts() throws IOException {
    return RawCall.get(beeper, "/v1/accounts");
  }

  private RawCall send() throws IOException {
    return RawCall.post(beeper, Api.messages(chatId()), "{\"text\":\"turnips\"}");
  }

  private String chatId() {
    return new Api(beeper, beeper.token()).get("/v1/chats").json().at("/items/0/id").asText();
  }

  private int stored() {
    var path = "/v1/messages/search?query=turnips";
    return new Api(beeper, beeper.token()).get(path).json().path("items").size();
  }

  private static long heldIn(FakeWorld world) {
    return world.due().stream().filter(due -> due.what().contains("holds the answer")).count();
  }

  @Test
  void a_delayed_answer_comes_when_the_clock_says_so() throws Exception {
    faults.plan(Fault.on("getAccounts").delay(SLOW).named("slow"));

    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      assertThat(faults.held()).containsExactly("slow holds the answer to getAccounts (1)");
      assertThat(world.due())
          .first()
          .satisfies(
              due -> {
                assertThat(due.at()).isEqualTo(world.now().plus(SLOW));
                assertThat(due.what()).contains("slow holds the answer to getAccounts (1)");
              });
      assertThat(world.advance(SLOW)).hasSize(1);

      assertThat(call.reply().status()).isEqualTo(200);
      assertThat(faults.held()).isEmpty();
    }
  }

  @Test
  void a_delay_before_the_commit_lets_the_operation_run_after_the_wait() throws Exception {
    faults.plan(Fault.on("sendMessage").delay(SLOW));

    try (var call = send()) {
      faults.awaitHeld(1, PATIENCE);
      assertThat(stored()).isZero();
      world.advance(SLOW);

      assertThat(call.reply().status()).isEqualTo(200);
      assertThat(stored()).isEqualTo(1);
    }
  }

  @Test
  void a_delay_after_the_commit_holds_the_answer_to_what_is_done() throws Exception {
    faults.plan(Fault.on("sendMessage").delayAfterCommit(SLOW));

    try (var call = send()) {
      faults.awaitHeld(1, PATIENCE);
      assertThat(stored()).isEqualTo(1);
      world.advance(SLOW);

      assertThat(call.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void removing_the_fault_lets_the_answer_go_at_once() throws Exception {
    faults.plan(Fault.on("getAccounts").delay(SLOW));

    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      faults.clear();

      assertThat(call.reply().status()).isEqualTo(200);
      assertThat(world.journal().exchanges()).last().returns(Sent.WHOLE, Exchange::sent);
      assertThat(heldIn(world)).isZero();
    }
  }

  @Test
  void a_reset_cuts_the_calls_of_the_life_before_and_nothing_of_them_happens() throws Exception {
    faults.plan(Fault.on("sendMessage").delay(SLOW));

    try (var call = send()) {
      faults.awaitHeld(1, PATIENCE);
      world.reset();

      var reply = call.reply();
      assertThat(reply.text()).isEmpty();
      assertThat(reply.end()).isEqualTo(End.FIN);
      assertThat(stored()).isZero();
      assertThat(heldIn(world)).isZero();
    }
  }

  @Test
  void the_journal_says_that_nothing_was_sent_to_a_call_of_the_life_before() throws Exception {
    var before = world.snapshot();
    faults.plan(Fault.on("getAccounts").delayAfterCommit(SLOW));

    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      world.restore(before);

      assertThat(call.reply().text()).isEmpty();
      assertThat(world.journal().exchanges()).last().returns(Sent.NOTHING, Exchange::sent);
    }
  }

  @Test
  void closing_a_world_cuts_its_held_calls() throws Exception {
    var other = beeper.worlds().open(NewWorld.named("other"));
    other.faults().plan(Fault.on("getAccounts").hang());
    try (var call = RawCall.getAs(beeper, other.token(), "/v1/accounts")) {
      other.faults().awaitHeld(1, PATIENCE);
      other.close();

      assertThat(call.reply().text()).isEmpty();
    }
  }

  @Test
  void a_hang_ends_when_the_client_goes() throws Exception {
    faults.plan(Fault.on("getAccounts").hang());
    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      call.leave();

      await().atMost(PATIENCE).until(() -> faults.held().isEmpty());
    }
  }

  @Test
  void a_snapshot_has_no_answer_that_waits_elsewhere() throws Exception {
    faults.plan(Fault.on("getAccounts").delay(SLOW));

    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      var fork = world.fork("fork");

      assertThat(heldIn(fork)).isZero();
      assertThat(heldIn(world)).isEqualTo(1);
      assertThat(fork.faults().list()).hasSize(1);
      world.advance(SLOW);
      assertThat(call.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void stopping_the_server_does_not_wait_for_held_answers() throws Exception {
    faults.plan(Fault.on("getAccounts").hang());
    faults.plan(Fault.on("getInfo").delay(SLOW));
    faults.plan(Fault.on("listChats").drip(10, SLOW));
    try (var hanging = accounts();
        var delayed = RawCall.get(beeper, "/v1/info");
        var dripping = RawCall.get(beeper, "/v1/chats")) {
      faults.awaitHeld(3, PATIENCE);

      var begun = System.nanoTime();
      beeper.close();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      assertThat(hanging.reply().text()).isEmpty();
      assertThat(delayed.reply().text()).isEmpty();
      assertThat(dripping.reply().body()).hasSize(10);
    }
  }

  @Test
  void stopping_the_server_does_not_wait_for_a_client_that_does_not_read() throws Exception {
    faults.plan(Fault.on("getAccounts").with(new FaultEffect.Endless(Long.MAX_VALUE)));
    try (var call = accounts()) {
      call.readHead();

      var begun = System.nanoTime();
      beeper.close();

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void more_than_the_server_can_hold_is_answered_at_once() throws Exception {
    faults.plan(Fault.on("getAccounts").delay(SLOW));
    var calls = new ArrayList<RawCall>();
    try {
      for (int i = 0; i < 150; i++) {
        calls.add(accounts());
      }
      faults.awaitHeld(150, Duration.ofSeconds(30));

      try (var one = accounts()) {
        var reply = one.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Fake-Beeper-Diagnosis"))
            .hasValueSatisfying(
                line -> assertThat(line).contains("150 answers are held back already"));
      }
      world.advance(SLOW);
      for (var call : calls) {
        assertThat(call.reply().status()).isEqualTo(200);
      }
    } finally {
      for (var call : calls) {
        call.close();
      }
    }
  }

  @Test
  void a_clock_that_follows_the_machine_ends_the_wait_by_itself() throws Exception {
    var real = beeper.worlds().open(NewWorld.named("real").realClock());
    real.faults().plan(Fault.on("getAccounts").delay(Duration.ofMillis(50)));

    try (var call = RawCall.getAs(beeper, real.token(), "/v1/accounts")) {
      assertThat(call.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void waiting_for_more_than_there_is_ends_and_says_what_there_is() {
    assertThatThrownBy(() -> faults.awaitHeld(1, Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("0 of 1 answers are held after PT0.001S: [].");
  }

  @Test
  void others_are_answered_while_one_waits() throws Exception {
    faults.plan(Fault.on("getAccounts").delay(SLOW));
    try (var call = accounts()) {
      faults.awaitHeld(1, PATIENCE);
      var other =
          CompletableFuture.supplyAsync(
              () -> new Api(beeper, beeper.token()).get("/v1/chats").status());

      assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(200);
      faults.clear();
      assertThat(call.reply().status()).isEqualTo(200);
    }
  }
}
