package dev.fakebeeper.world;

/**
 * Which messages count as unread: those of others behind the read marker that are there to be read.
 */
public final class UnreadRules {
  private UnreadRules() {}

  /** Whether a message stands behind the read marker and was not sent by the owner. */
  public static boolean isUnread(Message message, long lastReadSortKey) {
    return !message.fromOwner() && message.sortKey() > lastReadSortKey;
  }

  /** The chat with its unread counts made anew; walks only what is unread. */
  public static Chat recount(WorldState state, Chat chat) {
    var unread = 0;
    var mentions = 0;
    var owner = state.findAccount(chat.accountId()).map(Account::selfUserId).orElse("");
    var newer = state.logOf(chat).newerThan(chat.lastReadSortKey());
    while (newer.hasNext()) {
      var message = newer.next();
      if (counts(message, chat.lastReadSortKey())) {
        unread++;
        mentions += mentionsOwner(message, owner) ? 1 : 0;
      }
    }
    return counted(chat, unread, mentions);
  }

  /** Whether a message is unread and there to be read, so that it makes the count. */
  public static boolean counts(Message message, long lastReadSortKey) {
    return isUnread(message, lastReadSortKey)
        && !message.deleted()
        && !message.hidden()
        && message.type() != MessageType.REACTION;
  }

  static boolean mentionsOwner(Message message, String ownerId) {
    var ids = message.mentions().ids();
    return ids.contains("@room") || ids.contains(ownerId);
  }

  static Chat counted(Chat chat, int unread, int mentions) {
    return chat.with(draft -> draft.unreadCount(unread).unreadMentionsCount(mentions));
  }
}
