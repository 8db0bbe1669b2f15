package dev.fakebeeper.world;

import java.util.Collection;

/** What a chat that was not made by a client, but stands in a starting world, has ahead of it. */
public final class ChatTimers {
  private ChatTimers() {}

  /** Plans the ends of its reminder, of its snooze, and of its messages where they have one. */
  public static void schedule(Transaction transaction, Chat chat, Collection<Message> messages) {
    if (chat.reminder() != null) {
      transaction.schedule(chat.reminder().remindAt(), new Timer.ReminderDue(chat.id()));
    }
    if (chat.snooze() != null) {
      transaction.schedule(chat.snooze().until(), new Timer.SnoozeEnd(chat.id()));
    }
    var expiry = chat.messageExpirySeconds();
    if (expiry != null) {
      messages.forEach(message -> expire(transaction, message, expiry));
    }
  }

  /** Messages that should be gone already were sent before somebody set the timer. */
  private static void expire(Transaction transaction, Message message, int seconds) {
    var due = message.timestamp().plusSeconds(seconds);
    if (due.isAfter(transaction.now())) {
      transaction.schedule(due, new Timer.MessageExpiry(message.chatId(), message.sortKey()));
    }
  }
}
