package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ACCOUNT;
import static dev.fakebeeper.world.SmallWorlds.ANN;
import static dev.fakebeeper.world.SmallWorlds.BEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class OthersRulesTest {
  private final World world = SmallWorlds.frozen();
  private final Chat chat = SmallWorlds.directChat(world, ANN);

  @Test
  void an_incoming_message_counts_moves_the_chat_up_and_takes_it_out_of_the_archive() {
    world.run(tx -> ChatRules.set(tx, chat.id(), ChatRules.Flag.ARCHIVED));
    SmallWorlds.directChat(world, BEA);
    world.advance(Duration.ofMinutes(1));

    var message = incoming(ANN.id(), "@room");

    var now = SmallWorlds.chat(world, chat);
    assertThat(now.unreadCount()).isEqualTo(1);
    assertThat(now.unreadMentionsCount()).isEqualTo(1);
    assertThat(now.archived()).isFalse();
    assertThat(now.lastActivity()).isEqualTo(message.timestamp());
    assertThat(world.read().inbox().newestFirst(List.of()).next().chatId()).isEqualTo(chat.id());
  }

  @Test
  void a_muted_chat_stays_in_the_archive() {
    world.run(tx -> ChatRules.set(tx, chat.id(), ChatRules.Flag.ARCHIVED));
    world.run(tx -> ChatRules.set(tx, chat.id(), ChatRules.Flag.MUTED));

    incoming(ANN.id());

    assertThat(SmallWorlds.chat(world, chat).archived()).isTrue();
  }

  @Test
  void a_reminder_that_asked_for_it_is_dismissed_and_another_is_kept() {
    remind(true);
    incoming(ANN.id());
    assertThat(SmallWorlds.chat(world, chat).reminder()).isNull();
    assertThat(world.read().timers().all()).isEmpty();

    remind(null);
    incoming(ANN.id());
    assertThat(SmallWorlds.chat(world, chat).reminder()).isNotNull();
  }

  @Test
  void a_message_from_another_device_of_the_owner_reads_the_chat() {
    incoming(ANN.id());

    var own = incoming(ACCOUNT.selfUserId());

    assertThat(own.fromOwner()).isTrue();
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isZero();
  }

  @Test
  void a_stranger_cannot_write_into_a_chat() {
    assertThatThrownBy(() -> incoming(BEA.id()))
        .isInstanceOf(WorldException.class)
        .hasMessage("Participant not found: @bea:beeper.local");
  }

  @Test
  void seeing_marks_the_owners_messages_once_up_to_a_message() {
    var first = SmallWorlds.send(world, chat, "one");
    var second = SmallWorlds.send(world, chat, "two");
    world.run(tx -> OthersRules.see(tx, chat.id(), ANN.id(), first.id()));
    var seenAt = message(first).seen();
    world.advance(Duration.ofMinutes(1));

    world.run(tx -> OthersRules.see(tx, chat.id(), ANN.id(), null));

    assertThat(message(first).seen()).isEqualTo(seenAt);
    assertThat(message(second).seen()).isEqualTo(new Seen.At(world.now()));
  }

  @Test
  void a_removed_chat_is_gone_from_every_index_and_can_be_opened_again() {
    world.run(tx -> OthersRules.removeChat(tx, chat.id()));

    assertThat(world.read().findChat(chat.id())).isEmpty();
    assertThat(world.read().findChat(chat.localId())).isEmpty();
    assertThat(world.read().inbox().newestFirst(List.of())).isExhausted();
    assertThat(world.change(tx -> ChatCreation.direct(tx, ACCOUNT, ANN)).created()).isTrue();
  }

  @Test
  void the_chats_of_a_removed_account_go_with_it() {
    SmallWorlds.directChat(world, BEA);

    world.run(tx -> AccountRules.remove(tx, ACCOUNT.id()));

    assertThat(world.read().chats()).isEmpty();
    assertThat(world.read().accounts()).isEmpty();
  }

  @Test
  void members_come_and_go() {
    world.run(tx -> OthersRules.join(tx, chat.id(), Participant.of(BEA)));
    world.run(tx -> OthersRules.join(tx, chat.id(), Participant.of(BEA)));
    assertThat(SmallWorlds.chat(world, chat).participants()).hasSize(3);

    world.run(tx -> OthersRules.leave(tx, chat.id(), BEA.id()));
    assertThat(SmallWorlds.chat(world, chat).participants()).hasSize(2);
  }

  private void remind(Boolean dismiss) {
    var reminder = new Chat.Reminder(world.now().plusSeconds(600), dismiss);
    world.run(tx -> ChatRules.remind(tx, chat.id(), reminder));
  }

  private Message message(Message earlier) {
    return world.read().requireMessage(chat, earlier.id());
  }

  private Message incoming(String senderId, String... mentions) {
    return world.change(
        tx ->
            OthersRules.message(
                tx,
                new Incoming(
                    chat.id(),
                    senderId,
                    MessageType.TEXT,
                    "hello",
                    TreePVector.empty(),
                    null,
                    TreePVector.from(List.of(mentions)),
                    TreePVector.empty())));
  }
}
