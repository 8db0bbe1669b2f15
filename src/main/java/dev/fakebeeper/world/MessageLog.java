package dev.fakebeeper.world;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The messages of one chat, ordered by sort key, found by any of their ids. An immutable value; a
 * lookup or change costs O(log n).
 *
 * <p>Nearly always the order by sort key is the order by time too, which walks by time make use of.
 * Where it is not (messages that were back-filled under new keys), the first such walk sorts the
 * log.
 */
public final class MessageLog {
  private static final MessageLog EMPTY = new MessageLog(TreePMap.empty(), TreePMap.empty(), true);

  private final TreePMap<Long, Message> byKey;
  private final TreePMap<String, Long> keys;
  private final boolean inTimeOrder;
  private volatile @Nullable List<Message> byTime;

  private MessageLog(
      TreePMap<Long, Message> byKey, TreePMap<String, Long> keys, boolean inTimeOrder) {
    this.byKey = byKey;
    this.keys = keys;
    this.inTimeOrder = inTimeOrder;
  }

  /** A log without messages. */
  public static MessageLog empty() {
    return EMPTY;
  }

  /**
   * A log of many messages at once: O(n) after sorting, for loaders of starting worlds.
   *
   * @param messages in any order; sort keys and ids must be unique
   */
  public static MessageLog of(Collection<Message> messages) {
    var byKey = new TreeMap<Long, Message>();
    var keys = new TreeMap<String, Long>();
    for (var message : messages) {
      Long key = message.sortKey();
      byKey.put(key, message);
      keys.put(message.id(), key);
      if (message.pendingId() != null) {
        keys.putIfAbsent(message.pendingId(), key);
      }
    }
    return new MessageLog(
        TreePMap.fromSortedMap(byKey),
        TreePMap.fromSortedMap(keys),
        TimeOrder.isSorted(byKey.values()));
  }

  /** How many messages there are, tombstones included. */
  public int size() {
    return byKey.size();
  }

  /** The message that an id names: final id, pending id or Matrix event id. */
  public Optional<Message> find(String anyId) {
    var id = EventIds.isEventId(anyId) ? EventIds.messageId(anyId) : anyId;
    var key = keys.get(id);
    return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
  }

  /** The message at a sort key. */
  public Optional<Message> at(long sortKey) {
    return Optional.ofNullable(byKey.get(sortKey));
  }

  /** The newest message. */
  public Optional<Message> newest() {
    return byKey.isEmpty() ? Optional.empty() : Optional.of(byKey.lastEntry().getValue());
  }

  /** The message with the lowest sort key. */
  public Optional<Message> oldest() {
    return byKey.isEmpty() ? Optional.empty() : Optional.of(byKey.firstEntry().getValue());
  }

  /** All messages, newest first. */
  public Iterator<Message> newestFirst() {
    return byKey.descendingMap().values().iterator();
  }

  /** All messages older than a sort key, newest first. */
  public Iterator<Message> olderThan(long sortKey) {
    return byKey.headMap(sortKey, false).descendingMap().values().iterator();
  }

  /** All messages newer than a sort key, oldest first. */
  public Iterator<Message> newerThan(long sortKey) {
    return byKey.tailMap(sortKey, false).values().iterator();
  }

  /** All messages before a place in time, the newest first. */
  Iterator<Message> before(MessagePlace place) {
    return inTimeOrder ? TimeOrder.before(byKey, place) : TimeOrder.before(byTime(), place);
  }

  /** All messages behind a place in time, the oldest first. */
  Iterator<Message> after(MessagePlace place) {
    return inTimeOrder ? TimeOrder.after(byKey, place) : TimeOrder.after(byTime(), place);
  }

  private List<Message> byTime() {
    var sorted = byTime;
    if (sorted == null) {
      sorted = TimeOrder.sorted(byKey.values());
      byTime = sorted; // two threads may both sort; they come to the same
    }
    return sorted;
  }

  MessageLog with(Message message) {
    var newKeys = keys;
    if (!keys.containsKey(message.id())) {
      newKeys = newKeys.plus(message.id(), message.sortKey());
    }
    var pending = message.pendingId();
    if (pending != null && !keys.containsKey(pending)) {
      newKeys = newKeys.plus(pending, message.sortKey());
    }
    var ordered = inTimeOrder && TimeOrder.keeps(byKey, message);
    return new MessageLog(byKey.plus(message.sortKey(), message), newKeys, ordered);
  }

  MessageLog without(Message message) {
    var newKeys = keys.minus(message.id());
    var pending = message.pendingId();
    if (pending != null) {
      newKeys = newKeys.minus(pending);
    }
    return new MessageLog(byKey.minus(message.sortKey()), newKeys, inTimeOrder);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageLog that && byKey.equals(that.byKey);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return byKey.values().stream().map(m -> Map.entry(m.sortKey(), m.id())).toList().toString();
  }
}
