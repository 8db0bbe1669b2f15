package dev.fakebeeper.testing;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Attachment;
import dev.fakebeeper.world.AttachmentBuilder;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageBuilder;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Transaction;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** A message for a test: by default a text of somebody else, a minute after the one before. */
public final class AMessage {
  private @Nullable String from = "ann";
  private @Nullable Instant at;
  private @Nullable Long sortKey;
  private Consumer<MessageBuilder> more = builder -> {};

  private AMessage() {}

  /** A text of Ann. */
  public static AMessage aMessage() {
    return new AMessage();
  }

  /** Sent by the owner of the account. */
  public static AMessage anOwnMessage() {
    var message = new AMessage();
    message.from = null;
    return message;
  }

  /** The sender's short name, see {@link AChat#userId}. */
  public AMessage from(String name) {
    from = name;
    return this;
  }

  /** The body as Matrix HTML. */
  public AMessage saying(String html) {
    return with(builder -> builder.html(html));
  }

  /** The timestamp. */
  public AMessage at(Instant instant) {
    at = instant;
    return this;
  }

  /** The timestamp. */
  public AMessage at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Its place, in place of the next free one. */
  public AMessage sortKey(long key) {
    sortKey = key;
    return this;
  }

  /** The final id, in place of the next free one. */
  public AMessage id(String id) {
    return with(builder -> builder.id(id));
  }

  /** What it is made of, with an attachment of a kind. */
  public AMessage with(MessageType type, Attachment.Kind kind) {
    var attachment = AttachmentBuilder.builder().id("mxc://fake/" + type).kind(kind).build();
    return with(b -> b.type(type).attachments(TreePVector.singleton(attachment)));
  }

  /** Anything else. */
  public AMessage with(Consumer<MessageBuilder> change) {
    more = more.andThen(change);
    return this;
  }

  /** Stores the message in its chat. */
  Message store(Transaction transaction, Account account, Chat chat, Instant next) {
    var ids = transaction.newMessage();
    var sender = from == null ? account.selfUserId() : AChat.userId(account, from);
    var builder =
        MessageBuilder.builder()
            .id(ids.id())
            .chatId(chat.id())
            .accountId(account.id())
            .senderId(sender)
            .senderName(from == null ? account.user().displayName() : from)
            .timestamp(at == null ? next : at)
            .sortKey(sortKey == null ? ids.sortKey() : sortKey)
            .type(MessageType.TEXT)
            .html("hello")
            .fromOwner(from == null)
            .attachments(TreePVector.empty())
            .mentions(new Message.Mentions(true, TreePVector.empty()))
            .links(TreePVector.empty())
            .reactions(TreePVector.empty());
    more.accept(builder);
    var message = builder.build();
    transaction.put(message);
    return message;
  }
}
