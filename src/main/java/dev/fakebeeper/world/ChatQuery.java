package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which chats are wanted. Every member left at its default lets every chat pass, archived ones too
 * (documented).
 *
 * @param words what must be found
 * @param scope where
 * @param inbox which inbox, null for all
 * @param unread whether only unread ones pass; a chat marked unread by hand counts (inferred)
 * @param type null for both
 * @param activity when the last activity was; a chat without activity passes only {@link
 *     TimeRange#ALWAYS}
 * @param muted whether muted ones pass
 * @param labelId a label that they bear, null for any
 * @param accountIds their accounts, none for all; unknown ones have no chats
 */
@RecordBuilder
public record ChatQuery(
    Words words,
    Scope scope,
    @Nullable InboxKind inbox,
    Reading unread,
    @Nullable ChatType type,
    TimeRange activity,
    Muted muted,
    @Nullable String labelId,
    List<String> accountIds)
    implements ChatQueryBuilder.With {

  /** Every chat. */
  public static final ChatQuery ALL =
      new ChatQuery(
          Words.none(),
          Scope.TITLES,
          null,
          Reading.ANY,
          null,
          TimeRange.ALWAYS,
          Muted.INCLUDED,
          null,
          List.of());

  /** Copies the list. */
  public ChatQuery {
    accountIds = List.copyOf(accountIds);
  }

  /** Where words are looked for. */
  public enum Scope {
    /** In the title and the name of the network (documented). */
    TITLES,
    /** In the names, handles, numbers and mail addresses of the others. */
    PARTICIPANTS
  }

  /** The inboxes (documented). */
  public enum InboxKind {
    /** Neither archived nor low priority. */
    PRIMARY,
    LOW_PRIORITY,
    ARCHIVE;

    boolean holds(Chat chat) {
      return switch (this) {
        case PRIMARY -> chat.isPrimary();
        case LOW_PRIORITY -> chat.lowPriority() && !chat.archived();
        case ARCHIVE -> chat.archived();
      };
    }
  }

  /** Whether reading matters. */
  public enum Reading {
    ANY,
    UNREAD
  }

  /** What becomes of muted chats. */
  public enum Muted {
    INCLUDED,
    EXCLUDED
  }

  /** The chats of a state that pass, newest first, found one by one while the walk goes on. */
  public Iterator<Chat> newestFirst(WorldState state) {
    return olderThan(state, new Inbox.Entry(Long.MAX_VALUE, ""));
  }

  /** The chats that pass and are older than a place, the nearest first. */
  public Iterator<Chat> olderThan(WorldState state, Inbox.Entry place) {
    // no chat id is empty, so this place lies right before all that happened in that millisecond
    var newest = new Inbox.Entry(activity.before() - 1, "");
    var start = place.compareTo(newest) > 0 || activity.isAlways() ? place : newest;
    return passing(
        state, state.inbox().olderThan(start, accountIds), e -> e.activity() > activity.after());
  }

  /** The chats that pass and are newer than a place, the nearest first. */
  public Iterator<Chat> newerThan(WorldState state, Inbox.Entry place) {
    var oldest = new Inbox.Entry(activity.after(), "");
    var start = place.compareTo(oldest) < 0 || activity.isAlways() ? place : oldest;
    return passing(
        state, state.inbox().newerThan(start, accountIds), e -> e.activity() < activity.before());
  }

  private Iterator<Chat> passing(
      WorldState state, Iterator<Inbox.Entry> walk, Predicate<Inbox.Entry> inRange) {
    Predicate<Inbox.Entry> goesOn = activity.isAlways() ? entry -> true : inRange;
    return new Filtered<>(
        walk, goesOn, entry -> state.findChat(entry.chatId()).filter(chat -> passes(state, chat)));
  }

  /** Whether a chat passes. */
  public boolean passes(WorldState state, Chat chat) {
    return (inbox == null || inbox.holds(chat))
        && (unread == Reading.ANY || chat.isUnread())
        && (type == null || type == chat.type())
        && (muted == Muted.INCLUDED || !chat.muted())
        && (labelId == null || chat.labelIds().contains(labelId))
        && (accountIds.isEmpty() || accountIds.contains(chat.accountId()))
        && (activity.isAlways() || activity.contains(Inbox.Entry.of(chat).activity()))
        && (words.isEmpty() || words.areIn(searched(state, chat)));
  }

  private String searched(WorldState state, Chat chat) {
    if (scope == Scope.TITLES) {
      var network = state.findAccount(chat.accountId()).map(state::networkOf);
      return chat.title() + "\n" + network.map(Network::displayName).orElse("");
    }
    return chat.participants().stream()
        .map(Participant::user)
        .filter(user -> !user.self())
        .map(People::searched)
        .collect(Collectors.joining("\n"));
  }
}
