package dev.fakebeeper.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner may do with a chat. Every rule works on the chat as the transaction knows it,
 * stores what changed and returns the chat as it is afterwards; a call that changes nothing raises
 * no event.
 */
public final class ChatRules {
  private ChatRules() {}

  /** What can be switched on and off. */
  public enum Flag {
    ARCHIVED,
    MUTED,
    PINNED,
    LOW_PRIORITY;

    private Chat apply(Chat chat, boolean on) {
      return switch (this) {
        case ARCHIVED -> chat.withArchived(on);
        case MUTED -> chat.withMuted(on);
        case PINNED -> chat.withPinned(on);
        case LOW_PRIORITY -> chat.withLowPriority(on);
      };
    }
  }

  /**
   * Switches a flag on; again is a no-op. Archiving is refused where the network says that it
   * cannot.
   */
  public static Chat set(Transaction transaction, String chatId, Flag flag) {
    var chat = transaction.state().requireChat(chatId);
    if (flag == Flag.ARCHIVED && Boolean.FALSE.equals(chat.capabilities().archive())) {
      throw unsupported(transaction, chat, "archiving");
    }
    return store(transaction, chat, flag.apply(chat, true));
  }

  /** Switches a flag off; again is a no-op. */
  public static Chat unset(Transaction transaction, String chatId, Flag flag) {
    var chat = transaction.state().requireChat(chatId);
    return store(transaction, chat, flag.apply(chat, false));
  }

  /**
   * Moves the read marker forward and clears the mark made by hand.
   *
   * @param throughMessageId the last message read, null for all of them
   */
  public static Chat markRead(
      Transaction transaction, String chatId, @Nullable String throughMessageId) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    var read =
        throughMessageId == null
            ? state.logOf(chat).newest()
            : Optional.of(state.requireFinalMessage(chat, throughMessageId));
    var marker = read.map(Message::sortKey).orElse(0L);
    var moved =
        chat.with(
            draft ->
                draft
                    .lastReadSortKey(Math.max(marker, chat.lastReadSortKey()))
                    .markedUnread(false));
    return store(transaction, chat, UnreadRules.recount(state, moved));
  }

  /**
   * Marks a chat unread by hand; from a message on, the read marker moves back before it.
   *
   * @param fromMessageId the first unread message, null to leave the marker
   */
  public static Chat markUnread(
      Transaction transaction, String chatId, @Nullable String fromMessageId) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    if (Boolean.FALSE.equals(chat.capabilities().markAsUnread())) {
      throw unsupported(transaction, chat, "marking as unread");
    }
    var marked = chat.withMarkedUnread(true);
    if (fromMessageId == null) {
      return store(transaction, chat, marked);
    }
    var from = state.requireFinalMessage(chat, fromMessageId);
    var before = state.logOf(chat).olderThan(from.sortKey());
    var marker = before.hasNext() ? before.next().sortKey() : 0;
    var moved = marked.withLastReadSortKey(Math.min(marker, chat.lastReadSortKey()));
    return store(transaction, chat, UnreadRules.recount(state, moved));
  }

  /** Stores a draft, only while there is none; an empty one counts as none. */
  public static Chat setDraft(Transaction transaction, String chatId, ChatDraft draft) {
    if (draft.isEmpty()) {
      return clearDraft(transaction, chatId);
    }
    var chat = transaction.state().requireChat(chatId);
    if (chat.draft() != null && !chat.draft().isEmpty()) {
      throw WorldException.conflict(
          "The chat has a draft already. Clear it first by setting draft to null.");
    }
    return store(transaction, chat, chat.withDraft(draft));
  }

  /** Drops the draft with its attachments; again is a no-op. */
  public static Chat clearDraft(Transaction transaction, String chatId) {
    var chat = transaction.state().requireChat(chatId);
    return store(transaction, chat, chat.withDraft(null));
  }

  /** Sets the reminder, in place of an earlier one. */
  public static Chat remind(Transaction transaction, String chatId, Chat.Reminder reminder) {
    var chat = transaction.state().requireChat(chatId);
    transaction.schedule(reminder.remindAt(), new Timer.ReminderDue(chat.id()));
    return store(transaction, chat, chat.withReminder(reminder));
  }

  /** Clears the reminder; again is a no-op. */
  public static Chat clearReminder(Transaction transaction, String chatId) {
    var chat = transaction.state().requireChat(chatId);
    transaction.cancel(new Timer.ReminderDue(chat.id()));
    return store(transaction, chat, chat.withReminder(null));
  }

  /**
   * Renames a chat where the network allows it.
   *
   * @param title null to go back to the title made of the members' names
   */
  public static Chat rename(Transaction transaction, String chatId, @Nullable String title) {
    var chat = transaction.state().requireChat(chatId);
    requireState(transaction, chat, "changing the title", state(chat).title());
    var name = title == null || title.isBlank() ? ChatCreation.titleOf(chat.participants()) : title;
    return store(transaction, chat, chat.withTitle(name));
  }

  /** Sets or, with null, clears the topic of a group. */
  public static Chat describe(Transaction transaction, String chatId, @Nullable String topic) {
    var chat = transaction.state().requireChat(chatId);
    requireGroup(chat, "a description");
    requireState(transaction, chat, "changing the description", state(chat).description());
    return store(transaction, chat, chat.withDescription(topic));
  }

  /** Sets or, with null, clears the avatar of a group; a local path. */
  public static Chat picture(Transaction transaction, String chatId, @Nullable String path) {
    var chat = transaction.state().requireChat(chatId);
    requireGroup(chat, "an avatar of its own");
    requireState(transaction, chat, "changing the avatar", state(chat).avatar());
    return store(transaction, chat, chat.withImgUrl(path));
  }

  /** Sets the disappearing timer in seconds; null or 0 switches it off. */
  public static Chat expireMessages(
      Transaction transaction, String chatId, @Nullable Integer seconds) {
    var chat = transaction.state().requireChat(chatId);
    var wanted = seconds == null || seconds == 0 ? null : seconds;
    requireState(
        transaction, chat, "changing the disappearing timer", state(chat).disappearingTimer());
    var timer = chat.capabilities().disappearingTimer();
    if (wanted != null && timer != null && !timer.timers().isEmpty()) {
      if (!timer.timers().contains(wanted * 1_000L)) {
        throw unsupported(transaction, chat, "a disappearing timer of " + wanted + " seconds");
      }
    }
    return store(transaction, chat, chat.withMessageExpirySeconds(wanted));
  }

  /** Forces a notification through the other side's focus mode, where the network can. */
  public static Chat notifyAnyway(Transaction transaction, String chatId) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    if (!state.networkOf(state.requireAccount(chat.accountId())).notifyAnyway()) {
      throw unsupported(transaction, chat, "notify anyway");
    }
    return chat;
  }

  private static ChatCapabilities.StateCapabilities state(Chat chat) {
    var state = chat.capabilities().state();
    return state == null ? new ChatCapabilities.StateCapabilities(null, null, null, null) : state;
  }

  private static void requireState(
      Transaction transaction, Chat chat, String what, @Nullable Integer level) {
    if (!ChatCapabilities.allows(level)) {
      throw unsupported(transaction, chat, what);
    }
  }

  private static void requireGroup(Chat chat, String what) {
    if (chat.type() != ChatType.GROUP) {
      throw WorldException.unsupported("Only a group has " + what);
    }
  }

  static WorldException unsupported(Transaction transaction, Chat chat, String what) {
    var state = transaction.state();
    var network =
        state.findAccount(chat.accountId()).map(state::networkOf).map(Network::displayName);
    return WorldException.unsupported(
        network.orElse("This network") + " does not support " + what + " in this chat");
  }

  static Chat store(Transaction transaction, Chat before, Chat after) {
    if (!after.equals(before)) {
      transaction.put(after);
    }
    return after;
  }
}
