package dev.fakebeeper.control.state;

import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.AttachmentRules;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Focus;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageRules;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.ReactionRules;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.UploadRules;
import dev.fakebeeper.world.WantedAttachment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.pcollections.TreePVector;

/** What a client does in a random life. */
final class OwnerActs {
  private OwnerActs() {}

  static Object sends(Transaction tx, RandomLife life) {
    var outgoing =
        new Outgoing(MessageType.TEXT, life.word(), null, null, TreePVector.singleton("@room"));
    return MessageRules.send(tx, life.chat(tx).id(), outgoing);
  }

  static Object sendsFile(Transaction tx, RandomLife life) {
    var bytes = ("file " + life.random().nextInt(1_000)).getBytes(StandardCharsets.UTF_8);
    var content = new StoredContent(bytes, "t" + life.random().nextInt(1_000));
    var asset = new Asset("file:///m/" + content.etag(), "image/png", "a", content, null, 0.25);
    var upload = UploadRules.keep(tx, asset);
    if (life.random().nextBoolean()) {
      return upload;
    }
    var chat = life.chat(tx).id();
    var wanted = new WantedAttachment(upload.id(), null, null, life.word(), null, null);
    var attachment = AttachmentRules.attach(tx, chat, wanted).attachment();
    return MessageRules.send(
        tx, chat, new Outgoing(MessageType.IMAGE, null, attachment, null, TreePVector.empty()));
  }

  static Object plansSends(Transaction tx, RandomLife life) {
    var random = life.random();
    var base = random.nextBoolean() ? SendProfile.observed() : SendProfile.instant();
    var profile =
        base.withEnding(life.one(EnumSet.allOf(SendProfile.Ending.class)))
            .withPace(life.one(EnumSet.allOf(SendProfile.Pace.class)))
            .withRetriableFailures(random.nextInt(3))
            .withSettlesAfter(Duration.ofNanos(random.nextLong(600_000_000_000L)));
    var profiles = tx.state().sendProfiles();
    var changed =
        switch (random.nextInt(3)) {
          case 0 -> profiles.withStandard(profile);
          case 1 -> profiles.withAccount(life.account(tx).id(), profile);
          default -> profiles.withChat(life.chat(tx).id(), profile);
        };
    tx.update(state -> state.withSendProfiles(changed));
    return profile;
  }

  static Object steps(Transaction tx, RandomLife life) {
    return SendRules.step(tx, life.one(tx.state().sends().keySet()));
  }

  static Object reads(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    return life.random().nextBoolean()
        ? ChatRules.markRead(tx, chat.id(), null)
        : ChatRules.markUnread(tx, chat.id(), life.message(tx, chat).id());
  }

  static Object switches(Transaction tx, RandomLife life) {
    var flag = life.one(EnumSet.allOf(ChatRules.Flag.class));
    var chat = life.chat(tx).id();
    return life.random().nextBoolean()
        ? ChatRules.set(tx, chat, flag)
        : ChatRules.unset(tx, chat, flag);
  }

  static Object reacts(Transaction tx, RandomLife life) {
    var chat = life.chat(tx);
    var message = life.message(tx, chat).id();
    var reaction = new Message.Reaction("👍", life.person(chat).id(), true, null);
    var transactionId = life.random().nextBoolean() ? "txn-" + life.random().nextInt(9) : null;
    return ReactionRules.add(tx, chat.id(), message, reaction, transactionId);
  }

  static Object reminds(Transaction tx, RandomLife life) {
    var at = tx.now().plusMillis(life.random().nextInt(5_000_000));
    return ChatRules.remind(tx, life.chat(tx).id(), new Chat.Reminder(at, null));
  }

  static Object expires(Transaction tx, RandomLife life) {
    tx.put(life.chat(tx).withMessageExpirySeconds(life.random().nextInt(1, 900)));
    return "expires";
  }

  static Object drafts(Transaction tx, RandomLife life) {
    var chat = life.chat(tx).id();
    return life.random().nextBoolean()
        ? ChatRules.clearDraft(tx, chat)
        : ChatRules.setDraft(tx, chat, new ChatDraft(life.word(), TreePVector.empty()));
  }

  static Object focuses(Transaction tx, RandomLife life) {
    var focus = new Focus(tx.now(), life.chat(tx).id(), null, life.word(), null);
    tx.update(state -> state.withFocuses(state.focuses().plus(focus)));
    return focus;
  }
}
