package dev.fakebeeper.world;

import java.util.Comparator;

/**
 * The place of a message among the messages of all chats. The natural order is by time, oldest
 * first; equal times by sort key, then by chat id. A place need not be taken.
 *
 * @param millis milliseconds since the epoch, the precision of the wire
 * @param sortKey the sort key in its chat
 * @param chatId the chat
 */
public record MessagePlace(long millis, long sortKey, String chatId)
    implements Comparable<MessagePlace> {
  private static final Comparator<MessagePlace> ORDER =
      Comparator.comparingLong(MessagePlace::millis)
          .thenComparingLong(MessagePlace::sortKey)
          .thenComparing(MessagePlace::chatId);

  /** The place of a message. */
  public static MessagePlace of(Message message) {
    return new MessagePlace(
        message.timestamp().toEpochMilli(), message.sortKey(), message.chatId());
  }

  @Override
  public int compareTo(MessagePlace other) {
    return ORDER.compare(this, other);
  }
}
