package dev.fakebeeper.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What the owner may do with messages. */
public final class MessageRules {
  private MessageRules() {}

  /** For whom a message is deleted. */
  public enum DeleteScope {
    EVERYONE,
    OWNER
  }

  /**
   * Takes a message for sending; what becomes of it is the life of a send ({@link SendRules}).
   *
   * @return the send, which carries the pending id
   */
  public static Send send(Transaction transaction, String chatId, Outgoing outgoing) {
    var chat = transaction.state().requireChat(chatId);
    if (chat.readOnly()) {
      throw WorldException.unsupported("This chat is read-only");
    }
    var linked = linked(transaction, chat, outgoing.replyTo());
    return SendRules.take(transaction, chat, outgoing, linked);
  }

  /** The message of a send at the moment when it appears. */
  static Message messageOf(
      Transaction transaction, Chat chat, Send send, Transaction.NewMessage ids) {
    var account = transaction.state().requireAccount(chat.accountId());
    var outgoing = send.outgoing();
    PVector<Attachment> attachments =
        outgoing.attachment() == null
            ? TreePVector.empty()
            : TreePVector.singleton(outgoing.attachment());
    var status =
        new SendStatus(
            SendStatus.State.PENDING, transaction.now(), null, null, TreePVector.empty());
    return MessageBuilder.builder()
        .id(ids.id())
        .pendingId(send.pendingId())
        .chatId(chat.id())
        .accountId(account.id())
        .senderId(account.selfUserId())
        .senderName(account.user().displayName())
        .timestamp(send.takenAt())
        .sortKey(ids.sortKey())
        .type(outgoing.type())
        .html(outgoing.html())
        .fromOwner(true)
        .sendStatus(status)
        .attachments(attachments)
        .linkedMessageId(send.linkedMessageId().isEmpty() ? null : send.linkedMessageId())
        .mentions(new Message.Mentions(true, outgoing.mentions()))
        .links(TreePVector.empty())
        .reactions(TreePVector.empty())
        .build();
  }

  private static String linked(Transaction transaction, Chat chat, @Nullable String replyTo) {
    if (replyTo == null) {
      return "";
    }
    var target = transaction.state().requireFinalMessage(chat, replyTo);
    if (!ChatCapabilities.allows(chat.capabilities().reply())) {
      throw ChatRules.unsupported(transaction, chat, "replies");
    }
    return target.id();
  }

  static void scheduleExpiry(Transaction transaction, Chat chat, Message message) {
    var seconds = chat.messageExpirySeconds();
    if (seconds != null) {
      transaction.schedule(
          transaction.now().plusSeconds(seconds),
          new Timer.MessageExpiry(chat.id(), message.sortKey()));
    }
  }

  /**
   * Replaces the text of an own message that has no attachment, as often and as late as the network
   * allows.
   */
  public static Message edit(
      Transaction transaction, String chatId, String messageId, String html, Mentions mentions) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    var message = state.requireFinalMessage(chat, messageId);
    requireEditable(transaction, chat, message);
    var edited =
        message.with(
            draft ->
                draft
                    .html(html)
                    .mentions(new Message.Mentions(true, mentions.ids()))
                    .editedAt(transaction.now())
                    .editCount(message.editCount() + 1));
    transaction.put(edited);
    return edited;
  }

  /** The people whom a text mentions: user ids or {@code @room}. */
  public record Mentions(PVector<String> ids) {}

  private static void requireEditable(Transaction transaction, Chat chat, Message message) {
    if (!message.fromOwner()) {
      throw WorldException.forbidden("Only own messages can be edited");
    }
    if (message.deleted()) {
      throw WorldException.unsupported("A deleted message cannot be edited");
    }
    if (isPending(message)) {
      throw WorldException.conflict("The message is still being sent");
    }
    if (!message.attachments().isEmpty() || message.type() != MessageType.TEXT) {
      throw WorldException.unsupported("Only text messages can be edited");
    }
    var allowed = chat.capabilities();
    if (!ChatCapabilities.allows(allowed.edit())) {
      throw ChatRules.unsupported(transaction, chat, "edits");
    }
    if (isOlderThan(transaction, message, allowed.editMaxAge())) {
      throw WorldException.unsupported("The message is too old to be edited");
    }
    if (allowed.editMaxCount() != null && message.editCount() >= allowed.editMaxCount()) {
      throw WorldException.unsupported("The message was edited too often");
    }
  }

  /**
   * Leaves a tombstone of a message; again is a no-op. Pending messages and pending ids are
   * refused.
   */
  public static void delete(
      Transaction transaction, String chatId, String messageId, DeleteScope scope) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    var message = state.requireMessage(chat, messageId);
    if (isPending(message) || messageId.equals(message.pendingId())) {
      throw WorldException.conflict("A pending message cannot be deleted");
    }
    if (message.deleted()) {
      return;
    }
    requireDeletable(transaction, chat, message, scope);
    transaction.putDeleted(tombstone(message));
    ChatRules.store(transaction, chat, UnreadRules.recount(transaction.state(), chat));
  }

  private static void requireDeletable(
      Transaction transaction, Chat chat, Message message, DeleteScope scope) {
    var allowed = chat.capabilities();
    if (scope == DeleteScope.OWNER) {
      if (Boolean.FALSE.equals(allowed.deleteForMe())) {
        throw ChatRules.unsupported(transaction, chat, "deleting only for oneself");
      }
      return;
    }
    if (!message.fromOwner()) {
      throw WorldException.forbidden("Only own messages can be deleted for everyone");
    }
    if (!ChatCapabilities.allows(allowed.delete())) {
      throw ChatRules.unsupported(transaction, chat, "deleting for everyone");
    }
    if (isOlderThan(transaction, message, allowed.deleteMaxAge())) {
      throw WorldException.unsupported("The message is too old to be deleted for everyone");
    }
  }

  static Message tombstone(Message message) {
    return message.with(
        draft ->
            draft
                .deleted(true)
                .html(null)
                .attachments(TreePVector.empty())
                .links(TreePVector.empty())
                .reactions(TreePVector.empty()));
  }

  private static boolean isPending(Message message) {
    var status = message.sendStatus();
    return status != null && status.state() == SendStatus.State.PENDING;
  }

  private static boolean isOlderThan(
      Transaction transaction, Message message, @Nullable Integer seconds) {
    return seconds != null
        && Duration.between(message.timestamp(), transaction.now()).toSeconds() > seconds;
  }
}
