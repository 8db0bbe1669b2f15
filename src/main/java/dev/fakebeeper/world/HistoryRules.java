package dev.fakebeeper.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pcollections.TreePVector;

/**
 * How older messages come into a chat, as when a bridge imports its history. Nobody knows what the
 * real server does (open), so the caller chooses.
 */
public final class HistoryRules {
  private HistoryRules() {}

  /**
   * One older message.
   *
   * @param senderId a member of the chat; the owner's own id for a message of the owner
   * @param at when it was sent, not after the oldest message that is there
   * @param html the text as Matrix HTML
   */
  public record Past(String senderId, Instant at, String html) {}

  /** Where older messages stand. */
  public enum Place {
    /** Before all that is there: their sort keys are lower, and they count as read. */
    BY_TIME,
    /** Behind all that is there by sort key, though not by time; so they count as unread. */
    BY_ARRIVAL
  }

  /** Who hears of them. */
  public enum Telling {
    /** Nobody; clients find them when they ask. */
    SILENT,
    /** Each raises an event, as a new message does. */
    EVENTS
  }

  /** How older messages come. */
  public record Manner(Place place, Telling telling) {}

  /**
   * Stores older messages. Archive and reminder stay as they are; a chat in which nothing ever
   * happened gets the time of the last one.
   *
   * @param past in any order, none after the oldest message that is there
   * @return the ids of the messages, the oldest first
   */
  public static List<String> backfill(
      Transaction transaction, String chatId, List<Past> past, Manner manner) {
    var chat = transaction.state().requireChat(chatId);
    if (past.isEmpty()) {
      return List.of();
    }
    var ordered = past.stream().sorted(Comparator.comparing(Past::at)).toList();
    requireOlder(transaction, chat, ordered.get(ordered.size() - 1));
    var made = messages(transaction, chat, ordered, manner.place());
    made.forEach(manner.telling() == Telling.EVENTS ? transaction::put : transaction::putSilently);
    var filled = filled(chat, made.get(made.size() - 1), manner.place());
    transaction.putSilently(UnreadRules.recount(transaction.state(), filled));
    return made.stream().map(Message::id).toList();
  }

  private static void requireOlder(Transaction transaction, Chat chat, Past latest) {
    if (chat.merge() != null) {
      throw WorldException.unsupported(
          "A merged chat holds no messages itself; choose one of its member chats");
    }
    var limit = endOf(transaction.state(), chat, transaction.now());
    if (latest.at().isAfter(limit)) {
      throw WorldException.invalid(
          "The history of this chat ends at %s, so no older message can be of %s"
              .formatted(limit, latest.at()));
    }
  }

  /** The time of the oldest message, which no older one can come after; now when there is none. */
  public static Instant endOf(WorldState state, Chat chat, Instant now) {
    return state.logOf(chat).oldest().map(Message::timestamp).orElse(now);
  }

  private static List<Message> messages(
      Transaction transaction, Chat chat, List<Past> ordered, Place place) {
    var oldest = transaction.state().logOf(chat).oldest();
    var made = new ArrayList<Message>(ordered.size());
    for (var past : ordered) {
      made.add(message(transaction, chat, past));
    }
    if (place == Place.BY_ARRIVAL || oldest.isEmpty()) {
      return made;
    }
    long first = oldest.get().sortKey() - made.size();
    if (first < 1) {
      throw WorldException.conflict(
          "Before the oldest message of this chat is room for %d messages, not for %d"
              .formatted(oldest.get().sortKey() - 1, made.size()));
    }
    for (int i = 0; i < made.size(); i++) {
      made.set(i, made.get(i).withSortKey(first + i));
    }
    return made;
  }

  private static Chat filled(Chat chat, Message newest, Place place) {
    var marker = place == Place.BY_TIME ? newest.sortKey() : 0;
    return chat.with(
        draft ->
            draft
                .lastReadSortKey(Math.max(marker, chat.lastReadSortKey()))
                .lastActivity(
                    chat.lastActivity() == null ? newest.timestamp() : chat.lastActivity()));
  }

  private static Message message(Transaction transaction, Chat chat, Past past) {
    var account = transaction.state().requireAccount(chat.accountId());
    var fromOwner = past.senderId().equals(account.selfUserId());
    var sender =
        fromOwner ? account.user() : OthersRules.requireMember(chat, past.senderId()).user();
    var ids = transaction.newMessage();
    return MessageBuilder.builder()
        .id(ids.id())
        .chatId(chat.id())
        .accountId(chat.accountId())
        .senderId(past.senderId())
        .senderName(sender.displayName())
        .timestamp(past.at())
        .sortKey(ids.sortKey())
        .type(MessageType.TEXT)
        .html(past.html())
        .fromOwner(fromOwner)
        .attachments(TreePVector.empty())
        .mentions(new Message.Mentions(true, TreePVector.empty()))
        .links(TreePVector.empty())
        .reactions(TreePVector.empty())
        .build();
  }
}
