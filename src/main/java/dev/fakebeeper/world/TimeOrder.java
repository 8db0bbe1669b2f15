package dev.fakebeeper.world;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Walks through the messages of one chat by time. */
final class TimeOrder {
  /** Oldest first, as {@link MessagePlace} orders. */
  static final Comparator<Message> OLDEST_FIRST =
      Comparator.<Message>comparingLong(message -> message.timestamp().toEpochMilli())
          .thenComparingLong(Message::sortKey)
          .thenComparing(Message::chatId);

  private TimeOrder() {}

  /** Whether messages whose order by key is their order by time stay so with one more. */
  static boolean keeps(TreePMap<Long, Message> byKey, Message message) {
    return isSorted(value(byKey.lowerEntry(message.sortKey())), message)
        && isSorted(message, value(byKey.higherEntry(message.sortKey())));
  }

  /** Whether messages in the order of their keys are in the order of time. */
  static boolean isSorted(Collection<Message> messages) {
    Message before = null;
    for (var message : messages) {
      if (!isSorted(before, message)) {
        return false;
      }
      before = message;
    }
    return true;
  }

  private static @Nullable Message value(Map.@Nullable Entry<Long, Message> entry) {
    return entry == null ? null : entry.getValue();
  }

  private static boolean isSorted(@Nullable Message older, @Nullable Message newer) {
    return older == null || newer == null || !newer.timestamp().isBefore(older.timestamp());
  }

  /**
   * The messages before a place. Finding the first of them is cheap, opening a walk is not: a
   * search that merges thousands of chats looks at the first message of each and goes on in a few.
   */
  static Iterator<Message> before(TreePMap<Long, Message> byKey, MessagePlace place) {
    var last = lastKey(byKey, message -> MessagePlace.of(message).compareTo(place) < 0);
    var first = value(byKey.floorEntry(last));
    return first == null
        ? Collections.emptyIterator()
        : new LateWalk<>(
            first, () -> byKey.headMap(first.sortKey(), false).descendingMap().values().iterator());
  }

  static Iterator<Message> after(TreePMap<Long, Message> byKey, MessagePlace place) {
    var last = lastKey(byKey, message -> MessagePlace.of(message).compareTo(place) <= 0);
    var first = value(byKey.higherEntry(last));
    return first == null
        ? Collections.emptyIterator()
        : new LateWalk<>(first, () -> byKey.tailMap(first.sortKey(), false).values().iterator());
  }

  /**
   * The last key up to which a property holds that the older messages have and the newer ones lack.
   * Halves the range of keys, as the map finds the nearest message to any key: some forty look-ups
   * at most.
   */
  private static long lastKey(TreePMap<Long, Message> byKey, Predicate<Message> older) {
    if (byKey.isEmpty() || !older.test(byKey.firstEntry().getValue())) {
      return Long.MIN_VALUE;
    }
    long holds = byKey.firstKey();
    long limit = byKey.lastKey();
    if (older.test(byKey.lastEntry().getValue())) {
      return limit;
    }
    while (holds < limit) {
      var middle = holds + (limit - holds + 1) / 2;
      var nearest = byKey.floorEntry(middle);
      if (older.test(nearest.getValue())) {
        holds = middle;
      } else {
        limit = nearest.getKey() - 1;
      }
    }
    return holds;
  }

  static List<Message> sorted(Collection<Message> messages) {
    return messages.stream().sorted(OLDEST_FIRST).toList();
  }

  static Iterator<Message> before(List<Message> sorted, MessagePlace place) {
    return descending(sorted.listIterator(countBefore(sorted, place)));
  }

  static Iterator<Message> after(List<Message> sorted, MessagePlace place) {
    var start = countBefore(sorted, place);
    var taken = start < sorted.size() && MessagePlace.of(sorted.get(start)).equals(place);
    return sorted.listIterator(taken ? start + 1 : start);
  }

  private static int countBefore(List<Message> sorted, MessagePlace place) {
    var low = 0;
    var high = sorted.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (MessagePlace.of(sorted.get(middle)).compareTo(place) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Iterator<Message> descending(ListIterator<Message> walk) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return walk.hasPrevious();
      }

      @Override
      public Message next() {
        return walk.previous();
      }
    };
  }
}
