package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.Label;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Chats as the vendor's {@code Chat}. Thread-safe. */
public final class ChatJson {
  private static final String SCHEMA = "Chat";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** How many participants a chat shows in lists and searches (documented). */
  public static final int PARTICIPANTS_IN_LISTS = 20;

  /** How many participants a chat shows when it is asked for by itself (documented). */
  public static final int PARTICIPANTS_BY_DEFAULT = 100;

  private final Shape shape;
  private final UserJson users;
  private final DraftJson drafts;
  private final CapabilitiesJson capabilities;

  /** Writes for a build. */
  public ChatJson(Shape shape) {
    this.shape = shape;
    this.users = new UserJson(shape);
    this.drafts = new DraftJson(shape);
    this.capabilities = new CapabilitiesJson(shape);
  }

  /**
   * A {@code Chat}. Its nullable members are written as null when they have no value, except the
   * description, the picture and the expiry, which are left out (as in the contract's examples).
   *
   * @param networkName the name of its network for people
   * @param labels the labels it bears
   * @param participantLimit how many participants to show, -1 for all
   */
  public ObjectNode write(
      Chat chat, String networkName, Collection<Label> labels, int participantLimit) {
    var members =
        Members.of(SCHEMA, shape)
            .text("id", chat.id())
            .text("localChatID", chat.localId())
            .text("accountID", chat.accountId())
            .text("network", networkName)
            .text("title", chat.title())
            .text("description", chat.description())
            .text("imgURL", chat.imgUrl())
            .text("type", Wire.lower(chat.type()))
            .flag("isReadOnly", chat.readOnly())
            .node("participants", participants(chat, participantLimit))
            .time("lastActivity", chat.lastActivity());
    writeReading(members, chat);
    writePlace(members, chat);
    return members
        .node("capabilities", capabilities.write(chat.capabilities()))
        .nodes("labels", labels.stream().map(LabelJson::write).toList())
        .node("merge", merge(chat.merge()))
        .text("mergedIntoChatID", chat.mergedInto())
        .done();
  }

  private void writeReading(Members members, Chat chat) {
    var marker = chat.lastReadSortKey();
    members
        .number("unreadCount", chat.unreadCount())
        .number("unreadMentionsCount", chat.unreadMentionsCount())
        .text("lastReadMessageSortKey", marker == 0 ? null : Wire.sortKey(marker))
        .nullable("draft", drafts.write(chat.draft()))
        .nullable("reminder", reminder(chat.reminder()))
        .nullable("snooze", snooze(chat.snooze()));
  }

  private static void writePlace(Members members, Chat chat) {
    members
        .flag("isArchived", chat.archived())
        .flag("isMarkedUnread", chat.markedUnread())
        .flag("isMuted", chat.muted())
        .flag("isPinned", chat.pinned())
        .flag("isLowPriority", chat.lowPriority())
        .number("messageExpirySeconds", chat.messageExpirySeconds());
  }

  private ObjectNode participants(Chat chat, int limit) {
    var all = chat.participants();
    var shown = limit < 0 ? all.size() : Math.min(limit, all.size());
    var items = JSON.arrayNode(shown);
    all.subList(0, shown).forEach(participant -> items.add(users.write(participant)));
    var node = JSON.objectNode();
    node.set("items", items);
    node.put("hasMore", shown < all.size());
    node.put("total", all.size());
    return node;
  }

  private static @Nullable JsonNode reminder(Chat.@Nullable Reminder reminder) {
    return reminder == null
        ? null
        : Members.inline()
            .time("remindAt", reminder.remindAt())
            .flag("dismissOnIncomingMessage", reminder.dismissOnIncomingMessage())
            .done();
  }

  private static @Nullable JsonNode snooze(Chat.@Nullable Snooze snooze) {
    return snooze == null
        ? null
        : Members.inline()
            .time("snoozeUntil", snooze.until())
            .time("userSnoozedAt", snooze.since())
            .done();
  }

  private @Nullable JsonNode merge(Chat.@Nullable Merge merge) {
    if (merge == null) {
      return null;
    }
    var members = JSON.arrayNode();
    merge.chatIds().forEach(members::add);
    return Members.of("ChatMerge", shape)
        .node("chatIDs", members)
        .text("defaultChatID", merge.defaultChatId())
        .done();
  }
}
