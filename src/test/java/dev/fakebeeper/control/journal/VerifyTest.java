package dev.fakebeeper.control.journal;

import static dev.fakebeeper.control.journal.Verify.events;
import static dev.fakebeeper.control.journal.Verify.inOrder;
import static dev.fakebeeper.control.journal.Verify.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyTest {
  private final Journal journal = AJournal.empty();
  private final Verification verification = new Verification(journal);

  @BeforeEach
  void write() {
    AJournal.send("!gym", "squats").in(journal);
    AJournal.send("!lunch", "noon?").in(journal);
    AJournal.event(
        journal,
        Kind.SENT,
        "message.upserted",
        "{\"type\": \"message.upserted\", \"chatID\": \"!lunch\", \"ids\": [\"7\"]}");
    AJournal.send("!lunch", "half past?").in(journal);
  }

  private void assertFails(Expectation expectation, String golden) throws IOException {
    var failure =
        catchThrowableOfType(VerificationFailure.class, () -> verification.verify(expectation));
    assertThat(failure).as("a failure of " + golden).isNotNull();
    assertThat(failure.result().passed()).isFalse();
    Golden.assertSame("verify/" + golden + ".txt", failure.getMessage());
  }

  @Test
  void what_is_so_passes() {
    verification.verify(requests("sendMessage").times(3));
    verification.verify(requests("sendMessage").atLeast(2));
    verification.verify(requests("sendMessage").atMost(3));
    verification.verify(requests("deleteMessage").never());
    verification.verify(requests().inChat("!lunch").withBody("$.text", "noon?").times(1));
    verification.verify(events("message.upserted").inChat("1").atLeast(1));
    verification.verify(
        inOrder(
            requests().inChat("!gym"),
            events("message.upserted"),
            requests().withBody("$.text", "half past?")));
  }

  @Test
  void the_result_is_a_value_too() {
    var passed = verification.check(requests("sendMessage").inChat("!lunch").times(2));
    var failed = verification.check(requests().withBody("$.text", "one?").inChat("1").times(1));

    assertThat(passed.passed()).isTrue();
    assertThat(passed.expected())
        .isEqualTo("exactly 2 requests with operation sendMessage, chat !lunch");
    assertThat(passed.found()).extracting(Entry::number).containsExactly(2L, 4L);
    assertThat(passed.nearest()).isNull();
    assertThat(failed.passed()).isFalse();
    assertThat(failed.nearest().entry().number()).isEqualTo(4);
    assertThat(failed.nearest().lines())
        .containsExactly(
            new NearMiss.Line("body $.text", "\"one?\"", "\"half past?\"", false),
            new NearMiss.Line("chat", "1", "!lunch", true));
  }

  @Test
  void one_that_is_missing_is_shown_beside_the_nearest() throws IOException {
    assertFails(
        requests("sendMessage").inChat("!lunch").withBody("$.text", "one o'clock?").times(1),
        "missing");
  }

  @Test
  void a_missing_frame_is_shown_beside_the_nearest() throws IOException {
    assertFails(events("message.upserted").withFrame("$.ids[0]", "8").atLeast(1), "missing-frame");
  }

  @Test
  void what_is_unlike_everything_has_no_neighbour() throws IOException {
    assertFails(requests("deleteMessage").times(1), "unlike");
  }

  @Test
  void too_many_are_listed() throws IOException {
    assertFails(requests("sendMessage").inChat("!lunch").times(1), "too-many");
    for (var i = 0; i < 12; i++) {
      AnExchange.of("GET", "/v1/chats?limit=" + i).in(journal);
    }
    assertFails(requests("listChats").never(), "far-too-many");
  }

  @Test
  void an_order_that_breaks_names_the_step() throws IOException {
    assertFails(
        inOrder(
            requests().withBody("$.text", "half past?"),
            requests("sendMessage").withBody("$.text", "noon?"),
            events("message.upserted")),
        "order");
  }

  @Test
  void secrets_are_not_in_the_message() throws IOException {
    AnExchange.of("POST", "/oauth/token?token=t-secret")
        .header("Authorization", "Bearer t-secret")
        .form("code=c-secret&grant_type=authorization_code")
        .in(journal);

    assertFails(
        requests("oauth_token")
            .withHeader("Authorization", "Bearer other")
            .withQuery("token", "other")
            .withBody("$.code", "other")
            .times(1),
        "secrets");
  }

  @Test
  void what_gave_way_to_newer_entries_is_not_taken_for_nothing() throws IOException {
    var small = AJournal.keeping(JournalLimits.DEFAULT.withEntries(1));
    AnExchange.of("DELETE", "/v1/chats/!lunch/messages/7").in(small);
    AnExchange.of("GET", "/v1/info").in(small);
    var check = new Verification(small);

    assertThat(check.check(requests("getInfo").atLeast(1)).passed()).isTrue();
    assertThat(check.check(requests("getInfo").times(1)).passed()).isFalse();
    Golden.assertSame("verify/dropped.txt", check.check(requests("deleteMessage").never()).text());
  }

  @Test
  void a_journal_that_is_off_cannot_verify() {
    var off = new Verification(AJournal.keeping(JournalLimits.OFF));

    assertThatThrownBy(() -> off.verify(requests().never()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The journal is off (journalEntries is 0), so nothing can be verified. Let it keep some entries.");
  }

  @Test
  void a_wait_ends_when_the_expectation_comes_true() throws Exception {
    var waiting =
        CompletableFuture.supplyAsync(
            () ->
                verification.check(
                    requests("archiveChat").times(2).within(Duration.ofSeconds(60))));

    AnExchange.of("POST", "/v1/chats/!gym/archive").in(journal);
    assertThat(waiting).isNotDone();
    AnExchange.of("POST", "/v1/chats/!gym/archive").in(journal);

    assertThat(waiting.get(20, TimeUnit.SECONDS).passed()).isTrue();
  }

  @Test
  void a_wait_for_what_never_comes_ends_at_its_time() {
    var result =
        verification.check(requests("archiveChat").atLeast(1).within(Duration.ofMillis(1)));

    assertThat(result.passed()).isFalse();
    var order = inOrder(requests(), requests("archiveChat")).within(Duration.ofMillis(1));
    assertThat(verification.check(order).passed()).isFalse();
  }

  @Test
  void an_interrupt_ends_a_wait() {
    Thread.currentThread().interrupt();

    var result = verification.check(requests("archiveChat").times(1).within(Expectation.MAX_WAIT));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.passed()).isFalse();
  }

  @Test
  void expectations_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> requests().never().within(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"no request\" holds until something breaks it");
    assertThatThrownBy(() -> requests().times(1).within(Duration.ofSeconds(61)))
        .hasMessage("time (PT1M1S) must be positive and PT1M at most");
    assertThatThrownBy(() -> requests().times(1).within(Duration.ZERO))
        .hasMessage("time (PT0S) must be positive and PT1M at most");
    assertThatThrownBy(() -> requests().times(-1)).hasMessage("number (-1) must be 0 or more");
    assertThatThrownBy(() -> requests().atLeast(0)).hasMessage("number (0) must be positive");
    assertThatThrownBy(() -> verification.verify(requests("sendMesage").never()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no sendMesage.");
    assertThatThrownBy(() -> verification.verify(inOrder(requests(), requests("sendMesage"))))
        .hasMessage("There is no sendMesage.");
    assertThatThrownBy(() -> journal.find(requests("sendMesage")))
        .hasMessage("There is no sendMesage.");
    assertThatThrownBy(() -> inOrder(requests())).hasMessage("steps (1) must be two or more");
  }
}
