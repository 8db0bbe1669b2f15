package dev.fakebeeper.control;

import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.SendStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was when a test looked at it. An immutable value.
 *
 * @param id the id under which it is known now
 * @param pendingId the id that the client got when it sent it, null for any other message
 * @param chatId its chat
 * @param senderId who wrote it
 * @param author whether that was the owner
 * @param timestamp when it was sent
 * @param text as the API shows it: HTML, in which plain text is itself; empty for none
 * @param sending how far the sending is, null for messages of others
 * @param replyTo the message that it answers, null for none
 * @param reactions the keys of its reactions, in the order in which they came
 * @param edits how often it was edited
 * @param deleted whether only a tombstone is left
 */
public record MessageView(
    String id,
    @Nullable String pendingId,
    String chatId,
    String senderId,
    Author author,
    Instant timestamp,
    String text,
    @Nullable Sending sending,
    @Nullable String replyTo,
    List<String> reactions,
    int edits,
    boolean deleted) {

  /** Who wrote it. */
  public enum Author {
    OWNER,
    SOMEBODY_ELSE
  }

  /** How far the sending of a message is. */
  public enum Sending {
    PENDING,
    SUCCESS,
    FAIL_RETRIABLE,
    FAIL_PERMANENT
  }

  /** Copies the list. */
  public MessageView {
    reactions = List.copyOf(reactions);
  }

  static MessageView of(Message message) {
    return new MessageView(
        message.id(),
        message.pendingId(),
        message.chatId(),
        message.senderId(),
        message.fromOwner() ? Author.OWNER : Author.SOMEBODY_ELSE,
        message.timestamp(),
        message.html() == null ? "" : message.html(),
        sending(message.sendStatus()),
        message.linkedMessageId(),
        message.reactions().stream().map(Message.Reaction::key).toList(),
        message.editCount(),
        message.deleted());
  }

  private static @Nullable Sending sending(@Nullable SendStatus status) {
    return status == null ? null : Sending.valueOf(status.state().name());
  }
}
