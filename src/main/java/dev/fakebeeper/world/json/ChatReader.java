package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatBuilder;
import dev.fakebeeper.world.ChatType;
import dev.fakebeeper.world.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/** Chats from the vendor's {@code Chat}. */
public final class ChatReader {
  private ChatReader() {}

  /**
   * A chat with {@code id} and {@code accountID}; its local id is empty when it is not told.
   * Participants are those that are shown, however many there are.
   */
  public static Chat read(JsonNode json) {
    var chat = Given.in(json);
    var builder =
        ChatBuilder.builder()
            .id(chat.id("id"))
            .localId(chat.text("localChatID", ""))
            .accountId(chat.id("accountID"))
            .type(chat.word("type", ChatType.SINGLE))
            .title(chat.text("title", ""))
            .description(chat.text("description"))
            .imgUrl(chat.text("imgURL"))
            .readOnly(chat.flag("isReadOnly"))
            .participants(TreePVector.from(participants(chat)))
            .lastActivity(chat.time("lastActivity"));
    addReading(builder, chat);
    addPlace(builder, chat);
    return builder
        .capabilities(CapabilitiesReader.capabilities(chat.part("capabilities")))
        .labelIds(TreePSet.from(chat.objects("labels", label -> label.text("id", ""))))
        .merge(chat.object("merge", ChatReader::merge))
        .mergedInto(chat.text("mergedIntoChatID"))
        .build();
  }

  private static List<Participant> participants(Given chat) {
    return chat.part("participants").objects("items", UserReader::participant);
  }

  private static void addReading(ChatBuilder builder, Given chat) {
    builder
        .unreadCount(chat.number("unreadCount", 0))
        .unreadMentionsCount(chat.number("unreadMentionsCount", 0))
        .lastReadSortKey(chat.sortKey("lastReadMessageSortKey"))
        .markedUnread(chat.flag("isMarkedUnread"))
        .draft(chat.object("draft", DraftReader::draft))
        .reminder(chat.object("reminder", ChatReader::reminder))
        .snooze(chat.object("snooze", ChatReader::snooze));
  }

  private static void addPlace(ChatBuilder builder, Given chat) {
    builder
        .archived(chat.flag("isArchived"))
        .muted(chat.flag("isMuted"))
        .pinned(chat.flag("isPinned"))
        .lowPriority(chat.flag("isLowPriority"))
        .messageExpirySeconds(chat.number("messageExpirySeconds"));
  }

  private static Chat.@Nullable Reminder reminder(Given reminder) {
    var at = reminder.time("remindAt");
    return at == null ? null : new Chat.Reminder(at, reminder.maybe("dismissOnIncomingMessage"));
  }

  private static Chat.@Nullable Snooze snooze(Given snooze) {
    var until = snooze.time("snoozeUntil");
    Instant since = snooze.time("userSnoozedAt");
    return until == null ? null : new Chat.Snooze(until, since == null ? until : since);
  }

  private static Chat.Merge merge(Given merge) {
    return new Chat.Merge(TreePVector.from(merge.texts("chatIDs")), merge.text("defaultChatID"));
  }
}
