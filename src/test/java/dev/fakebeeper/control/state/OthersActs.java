package dev.fakebeeper.control.state;

import dev.fakebeeper.world.AccountBuilder;
import dev.fakebeeper.world.AccountRules;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.HistoryRules;
import dev.fakebeeper.world.IncomingBuilder;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.Participant;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Token;
import dev.fakebeeper.world.TokenRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.UserBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** What others do in a random life, and what happens around it. */
final class OthersActs {
  private OthersActs() {}

  static Object says(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    var replyTo = life.random().nextInt(4) == 0 ? life.message(tx, chat).id() : null;
    return OthersRules.message(
        tx,
        IncomingBuilder.builder()
            .chatId(chat.id())
            .senderId(life.person(chat).id())
            .type(MessageType.TEXT)
            .html(life.word())
            .replyTo(replyTo)
            .attachments(TreePVector.empty())
            .mentions(TreePVector.singleton("@room"))
            .links(TreePVector.empty())
            .build());
  }

  static Object edits(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    return OthersRules.edit(tx, chat.id(), life.message(tx, chat).id(), life.word());
  }

  static Object deletes(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    OthersRules.delete(tx, chat.id(), life.message(tx, chat).id());
    return "deleted in " + chat.id();
  }

  static Object sees(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    OthersRules.see(tx, chat.id(), life.person(chat).id(), null);
    return "seen in " + chat.id();
  }

  static Object snoozes(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    var until = tx.now().plusMillis(life.random().nextInt(5_000_000));
    tx.put(chat.withSnooze(new Chat.Snooze(until, tx.now())));
    tx.schedule(until, new Timer.SnoozeEnd(chat.id()));
    return until;
  }

  static Object labels(Transaction tx, RandomLife life) {
    var label = new Label("l" + life.random().nextInt(3), life.word());
    tx.update(state -> state.withLabels(state.labels().plus(label.id(), label)));
    tx.put(life.chat(tx).withLabelIds(TreePSet.singleton(label.id())));
    return label;
  }

  static Object opens(Transaction tx, RandomLife life) {
    if (life.random().nextInt(3) == 0) {
      OthersRules.removeChat(tx, life.chat(tx).id());
      return "removed";
    }
    var person = UserBuilder.builder().id("@new" + life.random().nextInt(5) + ":x").build();
    var title = life.random().nextBoolean() ? null : life.word();
    return OthersRules.openChat(tx, life.account(tx).id(), List.of(person), title);
  }

  static Object joinsOrLeaves(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    var person = UserBuilder.builder().id("@joins" + life.random().nextInt(5) + ":x").build();
    return life.random().nextBoolean()
        ? OthersRules.join(tx, chat.id(), new Participant(person, true, false, true))
        : OthersRules.leave(tx, chat.id(), life.person(chat).id());
  }

  static Object fillsHistory(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    var end = HistoryRules.endOf(tx.state(), chat, tx.now());
    var past = new HistoryRules.Past(life.person(chat).id(), end.minusSeconds(3), life.word());
    var manner =
        new HistoryRules.Manner(
            life.one(EnumSet.allOf(HistoryRules.Place.class)),
            life.one(EnumSet.allOf(HistoryRules.Telling.class)));
    return HistoryRules.backfill(tx, chat.id(), List.of(past, past), manner);
  }

  static Object mints(Transaction tx, RandomLife life) {
    if (!tx.state().tokens().isEmpty() && life.random().nextInt(3) == 0) {
      TokenRules.revoke(tx, life.one(tx.state().tokens().keySet()));
      return "revoked";
    }
    var lifetime =
        life.random().nextBoolean() ? null : Duration.ofSeconds(life.random().nextInt(900));
    return TokenRules.mint(tx, "x", Set.of(life.one(EnumSet.allOf(Token.Scope.class))), lifetime);
  }

  static Object connects(Transaction tx, RandomLife life) {
    var account = life.account(tx);
    switch (life.random().nextInt(8)) {
      case 0 -> AccountRules.remove(tx, account.id());
      case 1 -> {
        var another = account.with((AccountBuilder one) -> one.id("new" + tx.newText(4)));
        AccountRules.add(tx, another);
      }
      default -> {
        var status = life.one(EnumSet.allOf(AccountStatus.class));
        AccountRules.setStatus(tx, account.id(), status, life.word());
      }
    }
    return tx.state().accounts();
  }

  static Object plans(Transaction tx, RandomLife life) {
    var timer = new Timer.Planned("test", life.word());
    tx.schedule(tx.now().plusSeconds(life.random().nextInt(2_000)), timer);
    return timer;
  }
}
