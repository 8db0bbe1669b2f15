package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SendRulesTest {
  private final World world = SmallWorlds.frozen();
  private final Chat chat = SmallWorlds.directChat(world, ANN);
  private final List<String> told = new ArrayList<>();

  @Test
  void a_send_is_unknown_then_pending_then_sent_then_seen_under_one_id_and_time() {
    profile(profile -> SendProfile.observed());
    listen();
    var pendingId = send();
    var takenAt = world.now();

    assertThat(world.read().logOf(chat).find(pendingId)).isEmpty();
    world.advance(Duration.ofMillis(150));
    var appeared = message(pendingId);
    world.advance(Duration.ofMinutes(1));

    assertThat(told).containsExactly("PENDING", "SUCCESS", "SUCCESS delivered", "SUCCESS seen");
    assertThat(appeared.id()).isNotEqualTo(pendingId);
    assertThat(message(pendingId).id()).isEqualTo(appeared.id());
    assertThat(message(appeared.id()).timestamp()).isEqualTo(takenAt);
    assertThat(world.read().sends()).isEmpty();
    assertThat(world.read().timers().all()).isEmpty();
  }

  @Test
  void a_send_can_fail_and_be_tried_again() {
    profile(profile -> profile.withRetriableFailures(2).withRetriesAfter(Duration.ofSeconds(2)));
    listen();
    send();

    world.advance(Duration.ofMinutes(1));

    assertThat(told)
        .containsExactly(
            "PENDING", "FAIL_RETRIABLE", "PENDING", "FAIL_RETRIABLE", "PENDING", "SUCCESS");
  }

  @Test
  void a_send_can_fail_for_good_with_a_reason() {
    profile(
        profile ->
            profile
                .withEnding(SendProfile.Ending.FAIL_PERMANENT)
                .withFailure(new SendProfile.Failure("blocked", "They blocked you")));

    var sent = message(send());

    assertThat(sent.sendStatus().state()).isEqualTo(SendStatus.State.FAIL_PERMANENT);
    assertThat(sent.sendStatus().reason()).isEqualTo("blocked");
    assertThat(sent.sendStatus().message()).isEqualTo("They blocked you");
  }

  @Test
  void a_refused_send_stores_nothing() {
    profile(profile -> profile.withEnding(SendProfile.Ending.REFUSED));
    var before = world.read();

    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(
            WorldException.class,
            e -> assertThat(e.reason()).isEqualTo(WorldException.Reason.UPSTREAM));
    assertThat(world.read()).isSameAs(before);
  }

  @Test
  void in_manual_pace_each_step_waits_for_a_call() {
    profile(profile -> profile.withPace(SendProfile.Pace.MANUAL));
    listen();
    var pendingId = send();
    world.advance(Duration.ofDays(1));
    assertThat(told).isEmpty();

    assertThat(step(pendingId)).isTrue();
    assertThat(told).containsExactly("PENDING");
    assertThat(step(pendingId)).isTrue();
    assertThat(told).containsExactly("PENDING", "SUCCESS");
    assertThat(step(pendingId)).isFalse();
  }

  @Test
  void the_profile_of_a_chat_wins_over_that_of_its_account() {
    world.run(
        tx ->
            tx.update(
                state ->
                    state.withSendProfiles(
                        state
                            .sendProfiles()
                            .withAccount("acc", failing("account"))
                            .withChat(chat.id(), failing("chat")))));

    assertThat(message(send()).sendStatus().reason()).isEqualTo("chat");
  }

  @Test
  void a_message_of_somebody_else_that_comes_first_keeps_its_place() {
    profile(profile -> profile.withAppearsAfter(Duration.ofSeconds(5)));
    var pendingId = send();
    var theirs = SmallWorlds.incoming(world, chat, ANN, "first");

    world.advance(Duration.ofSeconds(5));

    assertThat(message(pendingId).sortKey()).isGreaterThan(theirs.sortKey());
  }

  private static SendProfile failing(String reason) {
    return SendProfile.instant()
        .withEnding(SendProfile.Ending.FAIL_PERMANENT)
        .withFailure(new SendProfile.Failure(reason, reason));
  }

  private void profile(UnaryOperator<SendProfile> change) {
    world.run(
        tx ->
            tx.update(
                state ->
                    state.withSendProfiles(SendProfiles.of(change.apply(SendProfile.instant())))));
  }

  private String send() {
    return world
        .change(tx -> MessageRules.send(tx, chat.id(), SmallWorlds.text("hello")))
        .pendingId();
  }

  private boolean step(String pendingId) {
    return world.change(tx -> SendRules.step(tx, pendingId));
  }

  private Message message(String id) {
    return world.read().requireMessage(chat, id);
  }

  private void listen() {
    world.listen(
        commit ->
            commit.changes().stream()
                .filter(Change.MessageUpserted.class::isInstance)
                .map(change -> describe(((Change.MessageUpserted) change).message()))
                .forEach(told::add));
  }

  private static String describe(Message message) {
    var status = message.sendStatus();
    if (message.seen() != null) {
      return status.state() + " seen";
    }
    return status.state() + (status.deliveredTo().isEmpty() ? "" : " delivered");
  }
}
