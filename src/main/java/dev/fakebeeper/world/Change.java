package dev.fakebeeper.world;

import org.pcollections.PVector;

/**
 * A committed difference of the world. It carries the new value, so that a late reader sees the
 * state of that commit.
 */
public sealed interface Change {

  /** The chat that changed. */
  String chatId();

  /** A chat is new or different. */
  record ChatUpserted(Chat chat) implements Change {
    @Override
    public String chatId() {
      return chat.id();
    }
  }

  /** A chat is gone. */
  record ChatDeleted(String chatId, String accountId) implements Change {}

  /** A message is new or different. */
  record MessageUpserted(Message message) implements Change {
    @Override
    public String chatId() {
      return message.chatId();
    }
  }

  /** Messages were deleted. */
  record MessagesDeleted(String chatId, String accountId, PVector<String> messageIds)
      implements Change {}
}
