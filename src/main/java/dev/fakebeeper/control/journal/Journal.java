package dev.fakebeeper.control.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What came in and went out of one world, on one timeline. Bounded: the oldest entries give way.
 * Thread-safe.
 */
public final class Journal {
  /** How many entries are kept unless somebody says otherwise. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private final int capacity;
  private final Deque<Entry> kept = new ArrayDeque<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private long last;

  /**
   * An empty journal.
   *
   * @param capacity how many entries are kept, above 0
   */
  public Journal(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity (" + capacity + ") must be positive");
    }
    this.capacity = capacity;
  }

  /**
   * Writes an entry, then tells the listeners.
   *
   * @param entry makes it from its number
   */
  public Entry record(LongFunction<Entry> entry) {
    Entry made;
    synchronized (kept) {
      last++;
      made = entry.apply(last);
      if (kept.size() == capacity) {
        kept.removeFirst();
      }
      kept.addLast(made);
    }
    listeners.forEach(listener -> listener.accept(made));
    return made;
  }

  /**
   * Calls a listener for each entry from now on, on the thread that wrote it and before the client
   * sees the answer: it must be quick and must not throw.
   */
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  /** What is kept, the oldest first. */
  public List<Entry> entries() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }

  /** The exchanges that are kept, the oldest first. */
  public List<Exchange> exchanges() {
    return entries().stream().filter(Exchange.class::isInstance).map(Exchange.class::cast).toList();
  }

  /** Forgets everything; numbers go on. */
  public void clear() {
    synchronized (kept) {
      kept.clear();
    }
  }
}
