package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePSet;

/**
 * A conversation, without its messages, which are a {@link MessageLog}.
 *
 * @param id the chat id
 * @param localId the id that holds on this installation only, numeric text; accepted wherever a
 *     chat id is
 * @param accountId the account it belongs to
 * @param type direct or group
 * @param title the computed title
 * @param description the topic of a group, null when there is none
 * @param imgUrl a local path of the avatar, null when there is none
 * @param readOnly whether nothing can be sent
 * @param participants the members in order
 * @param lastActivity null for a chat in which nothing ever happened; such chats sort last
 * @param unreadCount messages of others past the read marker
 * @param unreadMentionsCount those among them that mention the owner or the room
 * @param lastReadSortKey the read marker, a sort key, 0 when nothing was ever read
 * @param markedUnread whether the owner marked it unread by hand
 * @param draft null when there is none
 * @param reminder null when there is none
 * @param snooze null when there is none
 * @param archived whether it is archived
 * @param muted whether it is muted
 * @param pinned whether it is pinned
 * @param lowPriority whether it is in the low priority inbox
 * @param messageExpirySeconds the disappearing timer, null when off
 * @param capabilities what can be done here
 * @param labelIds the owner's labels
 * @param merge null unless this is a merged chat
 * @param mergedInto the merged chat this one belongs to, null when none
 */
@RecordBuilder
public record Chat(
    String id,
    String localId,
    String accountId,
    ChatType type,
    String title,
    @Nullable String description,
    @Nullable String imgUrl,
    boolean readOnly,
    PVector<Participant> participants,
    @Nullable Instant lastActivity,
    int unreadCount,
    int unreadMentionsCount,
    long lastReadSortKey,
    boolean markedUnread,
    @Nullable ChatDraft draft,
    @Nullable Reminder reminder,
    @Nullable Snooze snooze,
    boolean archived,
    boolean muted,
    boolean pinned,
    boolean lowPriority,
    @Nullable Integer messageExpirySeconds,
    ChatCapabilities capabilities,
    TreePSet<String> labelIds,
    @Nullable Merge merge,
    @Nullable String mergedInto)
    implements ChatBuilder.With {

  /**
   * A reminder.
   *
   * @param remindAt when it is due
   * @param dismissOnIncomingMessage whether a message of somebody else clears it; null when the
   *     client did not say
   */
  public record Reminder(Instant remindAt, @Nullable Boolean dismissOnIncomingMessage) {}

  /**
   * A snooze.
   *
   * @param until when it ends
   * @param since when the owner set it
   */
  public record Snooze(Instant until, Instant since) {}

  /**
   * One person over several networks.
   *
   * @param chatIds the member chats
   * @param defaultChatId the member that gets sends, null for the most recently active one
   */
  public record Merge(PVector<String> chatIds, @Nullable String defaultChatId) {}

  /** Whether it counts as unread for filters: unread messages, or marked by hand. */
  public boolean isUnread() {
    return unreadCount > 0 || markedUnread;
  }

  /** Whether it stands in the primary inbox: neither archived nor low priority. */
  public boolean isPrimary() {
    return !archived && !lowPriority;
  }
}
