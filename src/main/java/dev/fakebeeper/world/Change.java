package dev.fakebeeper.world;

import org.pcollections.PVector;

/**
 * A committed difference of the world that a client can notice. It carries the new value, so that a
 * late reader sees the state of that commit.
 */
public sealed interface Change {

  /** A difference inside a chat. */
  sealed interface InChat extends Change {
    /** The chat that changed. */
    String chatId();
  }

  /** A chat is new or different. */
  record ChatUpserted(Chat chat) implements InChat {
    @Override
    public String chatId() {
      return chat.id();
    }
  }

  /** A chat is gone. */
  record ChatDeleted(String chatId, String accountId) implements InChat {}

  /** A message is new or different. */
  record MessageUpserted(Message message) implements InChat {
    @Override
    public String chatId() {
      return message.chatId();
    }
  }

  /** Messages were deleted. */
  record MessagesDeleted(String chatId, String accountId, PVector<String> messageIds)
      implements InChat {}

  /** What clients see as the state of the app is different. */
  record AppStateUpdated(SetupState setup) implements Change {}

  /** A device verification is new or different. */
  record VerificationUpdated(Verification verification) implements Change {}

  /** A device verification has ended. */
  record VerificationRemoved() implements Change {}
}
