package dev.fakebeeper.control;

import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it was when a test looked at it. An immutable value.
 *
 * @param id the chat id
 * @param localId the id that holds on this installation only
 * @param accountId its account
 * @param title its title
 * @param kind direct or group
 * @param participantIds the user ids of its members, in order
 * @param marks what the owner has done with it
 * @param unreadCount messages of others that the owner has not read
 * @param draft what the owner has typed and not sent, as HTML; null for nothing
 * @param reminderAt when the owner wants to be reminded, null for never
 * @param messages how many messages it has
 */
public record ChatView(
    String id,
    String localId,
    String accountId,
    String title,
    Kind kind,
    List<String> participantIds,
    Marks marks,
    int unreadCount,
    @Nullable String draft,
    @Nullable Instant reminderAt,
    int messages) {

  /** How many people are in it. */
  public enum Kind {
    DIRECT,
    GROUP
  }

  /**
   * What the owner has done with a chat.
   *
   * @param archived put away
   * @param muted made silent
   * @param pinned kept on top
   * @param lowPriority moved to the low priority inbox
   * @param unread marked as unread by hand
   */
  public record Marks(
      boolean archived, boolean muted, boolean pinned, boolean lowPriority, boolean unread) {}

  /** Copies the list. */
  public ChatView {
    participantIds = List.copyOf(participantIds);
  }

  static ChatView of(Chat chat, int messages) {
    var draft = chat.draft();
    var reminder = chat.reminder();
    return new ChatView(
        chat.id(),
        chat.localId(),
        chat.accountId(),
        chat.title(),
        chat.type() == ChatType.GROUP ? Kind.GROUP : Kind.DIRECT,
        chat.participants().stream().map(one -> one.user().id()).toList(),
        new Marks(
            chat.archived(), chat.muted(), chat.pinned(), chat.lowPriority(), chat.markedUnread()),
        chat.unreadCount(),
        draft == null ? null : draft.html(),
        reminder == null ? null : reminder.remindAt(),
        messages);
  }
}
