package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of which chats are wanted. Messages come by time, equal times by sort key. With
 * all members at their defaults everything passes but what stands in low priority chats
 * (documented).
 *
 * @param words what the visible text must hold; tombstones have none
 * @param sender who sent them
 * @param sent when
 * @param media kinds of content of which they must have one, none for no limit
 * @param chatType null for both
 * @param lowPriority what becomes of low priority chats
 * @param muted what becomes of muted chats
 * @param chatIds their chats by id or local id, none for all; unknown ones have no messages
 * @param accountIds their accounts, none for all
 */
@RecordBuilder
public record MessageQuery(
    Words words,
    Sender sender,
    TimeRange sent,
    Set<Media> media,
    @Nullable ChatType chatType,
    LowPriority lowPriority,
    ChatQuery.Muted muted,
    List<String> chatIds,
    List<String> accountIds)
    implements MessageQueryBuilder.With {

  /** What the vendor's search gives without any parameter. */
  public static final MessageQuery DEFAULT =
      new MessageQuery(
          Words.none(),
          new Sender.Anyone(),
          TimeRange.ALWAYS,
          Set.of(),
          null,
          LowPriority.EXCLUDED,
          ChatQuery.Muted.INCLUDED,
          List.of(),
          List.of());

  /** Copies the collections. */
  public MessageQuery {
    media = Set.copyOf(media);
    chatIds = List.copyOf(chatIds);
    accountIds = List.copyOf(accountIds);
  }

  /** What becomes of low priority chats. */
  public enum LowPriority {
    INCLUDED,
    EXCLUDED
  }

  /** Who sent a message. */
  public sealed interface Sender {

    /** Whether a message is theirs. */
    boolean sent(Message message);

    /** Whoever. */
    record Anyone() implements Sender {
      @Override
      public boolean sent(Message message) {
        return true;
      }
    }

    /** The owner of the account. */
    record Owner() implements Sender {
      @Override
      public boolean sent(Message message) {
        return message.fromOwner();
      }
    }

    /** Everybody but the owner. */
    record Others() implements Sender {
      @Override
      public boolean sent(Message message) {
        return !message.fromOwner();
      }
    }

    /** One person, by the full user id. */
    record Person(String userId) implements Sender {
      @Override
      public boolean sent(Message message) {
        return message.senderId().equals(userId);
      }
    }
  }

  /** Kinds of content; the words are documented, what falls under each is assumed. */
  public enum Media {
    /** An attachment of any kind, or a link. */
    ANY,
    VIDEO,
    /** Pictures, with GIFs and stickers. */
    IMAGE,
    /** A link preview, or a web address in the text. */
    LINK,
    /** An attachment that is neither picture, film nor sound. */
    FILE;

    boolean isIn(Message message) {
      return switch (this) {
        case ANY -> !message.attachments().isEmpty() || hasLink(message);
        case VIDEO -> has(message, Attachment.Kind.VIDEO);
        case IMAGE -> has(message, Attachment.Kind.IMG);
        case LINK -> hasLink(message);
        case FILE -> has(message, Attachment.Kind.UNKNOWN);
      };
    }

    private static boolean has(Message message, Attachment.Kind kind) {
      return message.attachments().stream().anyMatch(attachment -> attachment.kind() == kind);
    }

    private static boolean hasLink(Message message) {
      var html = message.html();
      return !message.links().isEmpty()
          || (html != null && (html.contains("https://") || html.contains("http://")));
    }
  }

  /**
   * The messages that pass and are older than a place, the newest first, found one by one while the
   * walk goes on.
   *
   * @param place null to start at the newest
   * @param visibleText what a reader sees of Matrix HTML
   */
  public Iterator<Message> olderThan(
      WorldState state, @Nullable MessagePlace place, Function<String, String> visibleText) {
    var newest = new MessagePlace(sent.before(), Long.MIN_VALUE, "");
    var start = place != null && place.compareTo(newest) < 0 ? place : newest;
    var walks =
        chats(state)
            .map(chat -> state.logOf(chat).before(start))
            .map(walk -> passing(walk, millis -> millis > sent.after(), visibleText));
    return new Merged<>(walks.toList(), TimeOrder.OLDEST_FIRST.reversed());
  }

  /**
   * The messages that pass and are newer than a place, the oldest first.
   *
   * @param visibleText what a reader sees of Matrix HTML
   */
  public Iterator<Message> newerThan(
      WorldState state, MessagePlace place, Function<String, String> visibleText) {
    var oldest = new MessagePlace(sent.after(), Long.MAX_VALUE, "");
    var start = place.compareTo(oldest) > 0 ? place : oldest;
    var walks =
        chats(state)
            .map(chat -> state.logOf(chat).after(start))
            .map(walk -> passing(walk, millis -> millis < sent.before(), visibleText));
    return new Merged<>(walks.toList(), TimeOrder.OLDEST_FIRST);
  }

  /**
   * What passes of one chat. Filtering comes before merging: a word that is in few messages makes
   * one look at all of them, and a step of the merge costs many times a look at a message.
   */
  private Iterator<Message> passing(
      Iterator<Message> walk, LongPredicate inRange, Function<String, String> visibleText) {
    return new Filtered<>(
        walk,
        message -> inRange.test(message.timestamp().toEpochMilli()),
        message -> Optional.of(message).filter(m -> passes(m, visibleText)));
  }

  private Stream<Chat> chats(WorldState state) {
    var named =
        chatIds.isEmpty()
            ? state.chats().values().stream()
            : chatIds.stream().flatMap(id -> state.findChat(id).stream()).distinct();
    return named.filter(this::passes);
  }

  private boolean passes(Chat chat) {
    return (chatType == null || chatType == chat.type())
        && (lowPriority == LowPriority.INCLUDED || !chat.lowPriority())
        && (muted == ChatQuery.Muted.INCLUDED || !chat.muted())
        && (accountIds.isEmpty() || accountIds.contains(chat.accountId()));
  }

  private boolean passes(Message message, Function<String, String> visibleText) {
    return sender.sent(message)
        && (media.isEmpty() || media.stream().anyMatch(kind -> kind.isIn(message)))
        && (words.isEmpty() || hasWords(message, visibleText));
  }

  private boolean hasWords(Message message, Function<String, String> visibleText) {
    var html = message.html();
    return html != null && words.areIn(visibleText.apply(html));
  }
}
