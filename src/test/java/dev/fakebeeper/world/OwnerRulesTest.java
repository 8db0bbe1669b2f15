package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ACCOUNT;
import static dev.fakebeeper.world.SmallWorlds.ANN;
import static dev.fakebeeper.world.SmallWorlds.BEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class OwnerRulesTest {
  private final World world = SmallWorlds.frozen();

  @Test
  void a_sent_message_is_found_by_its_pending_its_final_and_its_event_id() {
    var chat = SmallWorlds.directChat(world, ANN);

    var sent = SmallWorlds.send(world, chat, "hello");

    assertThat(sent.pendingId()).startsWith("m").isNotEqualTo(sent.id());
    assertThat(sent.id()).containsOnlyDigits();
    assertThat(sent.sendStatus().state()).isEqualTo(SendStatus.State.SUCCESS);
    for (var id : List.of(sent.id(), sent.pendingId(), sent.eventId())) {
      assertThat(world.read().requireMessage(chat, id)).isEqualTo(sent);
    }
  }

  @Test
  void a_send_over_an_account_that_must_reconnect_fails_so_that_it_can_be_tried_again() {
    var chat = SmallWorlds.directChat(world, ANN);
    world.run(
        tx ->
            tx.update(
                state ->
                    state.withAccounts(
                        state
                            .accounts()
                            .plus(
                                ACCOUNT.id(),
                                ACCOUNT.withStatus(AccountStatus.RECONNECT_REQUIRED)))));

    var sent = SmallWorlds.send(world, chat, "hello?");

    assertThat(sent.sendStatus().state()).isEqualTo(SendStatus.State.FAIL_RETRIABLE);
    assertThat(sent.sendStatus().reason()).isNotBlank();
    assertThat(sent.pendingId()).isNotEqualTo(sent.id());
  }

  @Test
  void reading_counts_what_is_left_and_never_moves_the_marker_back() {
    var chat = SmallWorlds.directChat(world, ANN);
    var first = SmallWorlds.incoming(world, chat, ANN, "one");
    SmallWorlds.incoming(world, chat, ANN, "two");
    SmallWorlds.incoming(world, chat, ANN, "three");
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isEqualTo(3);

    world.run(tx -> ChatRules.markRead(tx, chat.id(), first.id()));
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isEqualTo(2);

    world.run(tx -> ChatRules.markRead(tx, chat.id(), null));
    world.run(tx -> ChatRules.markRead(tx, chat.id(), first.id()));
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isZero();
  }

  @Test
  void marking_unread_from_a_message_counts_it_and_what_came_after() {
    var chat = SmallWorlds.directChat(world, ANN);
    SmallWorlds.incoming(world, chat, ANN, "one");
    var second = SmallWorlds.incoming(world, chat, ANN, "two");
    SmallWorlds.incoming(world, chat, ANN, "three");
    world.run(tx -> ChatRules.markRead(tx, chat.id(), null));

    world.run(tx -> ChatRules.markUnread(tx, chat.id(), second.id()));

    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isEqualTo(2);
    assertThat(SmallWorlds.chat(world, chat).markedUnread()).isTrue();
  }

  @Test
  void sending_reads_the_chat_and_moves_it_to_the_top() {
    var chat = SmallWorlds.directChat(world, ANN);
    SmallWorlds.directChat(world, BEA);
    SmallWorlds.incoming(world, chat, ANN, "one");
    world.advance(Duration.ofMinutes(1));

    SmallWorlds.send(world, chat, "two");

    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isZero();
    assertThat(world.read().inbox().newestFirst(List.of()).next().chatId()).isEqualTo(chat.id());
  }

  @Test
  void a_draft_is_taken_only_while_there_is_none() {
    var chat = SmallWorlds.directChat(world, ANN);
    var one = new ChatDraft("one", TreePVector.empty());
    var two = new ChatDraft("two", TreePVector.empty());
    world.run(tx -> ChatRules.setDraft(tx, chat.id(), one));

    assertRefused(
        WorldException.Reason.CONFLICT,
        () -> world.run(tx -> ChatRules.setDraft(tx, chat.id(), two)));
    assertThat(SmallWorlds.chat(world, chat).draft()).isEqualTo(one);

    world.run(tx -> ChatRules.clearDraft(tx, chat.id()));
    world.run(tx -> ChatRules.setDraft(tx, chat.id(), two));
    assertThat(SmallWorlds.chat(world, chat).draft()).isEqualTo(two);
  }

  @Test
  void a_direct_chat_with_somebody_exists_once() {
    var chat = SmallWorlds.directChat(world, ANN);

    var again = world.change(tx -> ChatCreation.direct(tx, ACCOUNT, ANN));

    assertThat(again.created()).isFalse();
    assertThat(again.chat()).isEqualTo(chat);
    assertThat(world.read().findChat(chat.localId())).contains(chat);
  }

  @Test
  void an_edit_keeps_the_place_and_marks_the_message() {
    var chat = SmallWorlds.directChat(world, ANN);
    var sent = SmallWorlds.send(world, chat, "helo");
    world.advance(Duration.ofMinutes(1));

    var edited = world.change(tx -> MessageRules.edit(tx, chat.id(), sent.id(), "hello", nobody()));

    assertThat(edited.sortKey()).isEqualTo(sent.sortKey());
    assertThat(edited.timestamp()).isEqualTo(sent.timestamp());
    assertThat(edited.editedAt()).isEqualTo(world.now());
    assertThat(edited.html()).isEqualTo("hello");
  }

  @Test
  void edits_are_refused_for_others_for_the_old_and_when_the_network_has_none() {
    var chat = SmallWorlds.directChat(world, ANN);
    var theirs = SmallWorlds.incoming(world, chat, ANN, "mine");
    assertRefused(WorldException.Reason.FORBIDDEN, () -> edit(chat, theirs));

    SmallWorlds.withNetwork(
        world, SmallWorlds.capable(c -> c.edit(2).editMaxAge(60).editMaxCount(1)), 1);
    var limited = SmallWorlds.directChat(world, BEA);
    var once = SmallWorlds.send(world, limited, "once");
    edit(limited, once);
    assertRefused(WorldException.Reason.UNSUPPORTED, () -> edit(limited, once));
    var old = SmallWorlds.send(world, limited, "old");
    world.advance(Duration.ofSeconds(61));
    assertRefused(WorldException.Reason.UNSUPPORTED, () -> edit(limited, old));
  }

  @Test
  void only_retrieving_takes_the_pending_and_the_event_id() {
    var chat = SmallWorlds.directChat(world, ANN);
    var sent = SmallWorlds.send(world, chat, "hello");
    for (var id : List.of(sent.pendingId(), sent.eventId())) {
      assertRefused(
          WorldException.Reason.NOT_FOUND,
          () -> world.change(tx -> MessageRules.edit(tx, chat.id(), id, "x", nobody())));
      assertRefused(
          WorldException.Reason.NOT_FOUND,
          () -> world.run(tx -> ReactionRules.remove(tx, chat.id(), id, "x")));
      assertRefused(
          WorldException.Reason.NOT_FOUND,
          () -> world.run(tx -> ChatRules.markRead(tx, chat.id(), id)));
    }
  }

  @Test
  void a_deleted_message_leaves_a_tombstone_and_its_pending_id_is_refused() {
    var chat = SmallWorlds.directChat(world, ANN);
    var sent = SmallWorlds.send(world, chat, "oops");

    assertRefused(
        WorldException.Reason.CONFLICT,
        () -> delete(chat, sent.pendingId(), MessageRules.DeleteScope.EVERYONE));
    delete(chat, sent.id(), MessageRules.DeleteScope.EVERYONE);
    delete(chat, sent.id(), MessageRules.DeleteScope.EVERYONE);

    var tombstone = world.read().requireMessage(chat, sent.id());
    assertThat(tombstone.deleted()).isTrue();
    assertThat(tombstone.html()).isNull();
  }

  @Test
  void deleting_an_unread_message_takes_it_off_the_count() {
    var chat = SmallWorlds.directChat(world, ANN);
    var theirs = SmallWorlds.incoming(world, chat, ANN, "never mind");

    assertRefused(
        WorldException.Reason.FORBIDDEN,
        () -> delete(chat, theirs.id(), MessageRules.DeleteScope.EVERYONE));
    delete(chat, theirs.id(), MessageRules.DeleteScope.OWNER);

    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isZero();
  }

  @Test
  void the_same_reaction_twice_is_one_and_a_transaction_is_done_once() {
    SmallWorlds.withNetwork(world, ChatCapabilities.none(), 5);
    var chat = SmallWorlds.directChat(world, ANN);
    var message = SmallWorlds.incoming(world, chat, ANN, "party!");
    react(chat, message, "👍", "t1");
    react(chat, message, "👍", null);
    react(chat, message, "🎉", "t1");
    react(chat, message, "🎉", null);

    assertThat(reactions(chat, message)).containsExactly("👍", "🎉");
  }

  @Test
  void where_one_person_has_one_reaction_the_new_one_replaces_the_old() {
    SmallWorlds.withNetwork(world, ChatCapabilities.none(), 1);
    var chat = SmallWorlds.directChat(world, ANN);
    var message = SmallWorlds.incoming(world, chat, ANN, "party!");
    react(chat, message, "👍", null);
    react(chat, message, "🎉", null);

    assertThat(reactions(chat, message)).containsExactly("🎉");

    world.run(tx -> ReactionRules.remove(tx, chat.id(), message.id(), "🎉"));
    world.run(tx -> ReactionRules.remove(tx, chat.id(), message.id(), "🎉"));
    assertThat(reactions(chat, message)).isEmpty();
  }

  @Test
  void a_disappearing_message_goes_in_time() {
    var chat = SmallWorlds.directChat(world, ANN);
    world.run(tx -> ChatRules.expireMessages(tx, chat.id(), 60));
    var sent = SmallWorlds.send(world, chat, "gone soon");

    world.advance(Duration.ofSeconds(59));
    assertThat(world.read().logOf(chat).find(sent.id())).isPresent();
    world.advance(Duration.ofSeconds(1));
    assertThat(world.read().logOf(chat).find(sent.id())).isEmpty();
  }

  @Test
  void a_read_only_chat_takes_no_message() {
    var chat = SmallWorlds.directChat(world, ANN);
    world.run(tx -> tx.put(chat.withReadOnly(true)));

    assertRefused(
        WorldException.Reason.UNSUPPORTED,
        () -> world.change(tx -> MessageRules.send(tx, chat.id(), SmallWorlds.text("x"))));
  }

  private void react(Chat chat, Message message, String key, String transactionId) {
    var reaction = ReactionRules.ofOwner(ACCOUNT, key, ReactionRules.Kind.EMOJI);
    world.change(tx -> ReactionRules.add(tx, chat.id(), message.id(), reaction, transactionId));
  }

  private List<String> reactions(Chat chat, Message message) {
    return world.read().requireMessage(chat, message.id()).reactions().stream()
        .map(Message.Reaction::key)
        .toList();
  }

  private void edit(Chat chat, Message message) {
    world.change(tx -> MessageRules.edit(tx, chat.id(), message.id(), "new", nobody()));
  }

  private void delete(Chat chat, String id, MessageRules.DeleteScope scope) {
    world.run(tx -> MessageRules.delete(tx, chat.id(), id, scope));
  }

  private static MessageRules.Mentions nobody() {
    return new MessageRules.Mentions(TreePVector.empty());
  }

  private void assertRefused(WorldException.Reason reason, ThrowingCallable call) {
    var before = world.read();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            WorldException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(world.read()).isSameAs(before);
  }
}
