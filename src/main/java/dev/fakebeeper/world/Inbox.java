package dev.fakebeeper.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The chats of all accounts by last activity, newest first; chats without activity come last. An
 * immutable value: a page costs O(page + log n), for all accounts or for some of them.
 */
public final class Inbox {
  private static final Inbox EMPTY = new Inbox(TreePSet.empty(), TreePMap.empty());

  private final TreePSet<Entry> all;
  private final TreePMap<String, TreePSet<Entry>> byAccount;

  private Inbox(TreePSet<Entry> all, TreePMap<String, TreePSet<Entry>> byAccount) {
    this.all = all;
    this.byAccount = byAccount;
  }

  /**
   * The place of a chat. The natural order is that of the inbox: newest first, equal instants by
   * chat id.
   *
   * @param activity milliseconds since the epoch, {@link Long#MIN_VALUE} for a chat without
   *     activity
   * @param chatId the chat
   */
  public record Entry(long activity, String chatId) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::activity).reversed().thenComparing(Entry::chatId);

    /** The place of a chat as it is now. */
    public static Entry of(Chat chat) {
      var last = chat.lastActivity();
      return new Entry(last == null ? Long.MIN_VALUE : last.toEpochMilli(), chat.id());
    }

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  /** An inbox without chats. */
  public static Inbox empty() {
    return EMPTY;
  }

  /** An inbox of these chats. */
  public static Inbox of(Collection<Chat> chats) {
    var inbox = EMPTY;
    for (var chat : chats) {
      inbox = inbox.with(chat);
    }
    return inbox;
  }

  /** The entries from the newest on. */
  public Iterator<Entry> newestFirst(Collection<String> accountIds) {
    return walk(accountIds, null, Towards.OLDER);
  }

  /** The entries older than a place, which need not be taken, the nearest first. */
  public Iterator<Entry> olderThan(Entry place, Collection<String> accountIds) {
    return walk(accountIds, place, Towards.OLDER);
  }

  /** The entries newer than a place, which need not be taken, the nearest first. */
  public Iterator<Entry> newerThan(Entry place, Collection<String> accountIds) {
    return walk(accountIds, place, Towards.NEWER);
  }

  private enum Towards {
    OLDER,
    NEWER;

    Iterator<Entry> walk(TreePSet<Entry> entries, @Nullable Entry from) {
      if (this == OLDER) {
        return (from == null ? entries : entries.tailSet(from, false)).iterator();
      }
      return (from == null ? entries : entries.headSet(from, false)).descendingIterator();
    }
  }

  /** No account ids mean all accounts. */
  private Iterator<Entry> walk(
      Collection<String> accountIds, @Nullable Entry from, Towards towards) {
    if (accountIds.isEmpty()) {
      return towards.walk(all, from);
    }
    var walks =
        accountIds.stream()
            .distinct()
            .map(id -> towards.walk(byAccount.getOrDefault(id, TreePSet.empty()), from))
            .toList();
    Comparator<Entry> order = Comparator.naturalOrder();
    return new Merged<>(walks, towards == Towards.OLDER ? order : order.reversed());
  }

  Inbox with(Chat chat) {
    var entry = Entry.of(chat);
    var own = byAccount.getOrDefault(chat.accountId(), TreePSet.empty());
    return new Inbox(all.plus(entry), byAccount.plus(chat.accountId(), own.plus(entry)));
  }

  Inbox without(Chat chat) {
    var entry = Entry.of(chat);
    var own = byAccount.getOrDefault(chat.accountId(), TreePSet.empty()).minus(entry);
    var accounts =
        own.isEmpty() ? byAccount.minus(chat.accountId()) : byAccount.plus(chat.accountId(), own);
    return new Inbox(all.minus(entry), accounts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inbox that && byAccount.equals(that.byAccount);
  }

  @Override
  public int hashCode() {
    return byAccount.hashCode();
  }
}
