package dev.fakebeeper.control.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * What came in and went out of one world, on one timeline. Bounded: the oldest entries give way.
 * Writing costs a few hundred nanoseconds and renders nothing. Thread-safe.
 */
public final class Journal {
  private final JournalLimits limits;
  private final Names names;
  private final Secrets secrets = new Secrets();
  private final Deque<Kept> kept = new ArrayDeque<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private long last;
  private long bytes;
  private long dropped;

  private record Kept(Entry entry, long bytes) {}

  /** An empty journal. */
  public Journal(JournalLimits limits, Names names) {
    this.limits = limits;
    this.names = names;
  }

  /**
   * Writes an entry, then tells the listeners. A journal that keeps nothing tells them all the
   * same.
   *
   * @param entry makes it from its number; called at most once, under the journal's lock
   */
  public void record(LongFunction<Entry> entry) {
    if (limits.areOff() && listeners.isEmpty()) {
      return;
    }
    Entry made;
    synchronized (kept) {
      made = entry.apply(last + 1);
      last++;
      if (!limits.areOff()) {
        keep(made);
      }
      kept.notifyAll();
    }
    for (var listener : listeners) {
      listener.accept(made);
    }
  }

  private void keep(Entry made) {
    var entry = made instanceof Exchange exchange ? exchange.cut() : made;
    var next = new Kept(entry, Weight.of(entry));
    kept.addLast(next);
    bytes += next.bytes();
    while (kept.size() > limits.entries() || (bytes > limits.bytes() && kept.size() > 1)) {
      bytes -= kept.removeFirst().bytes();
      dropped++;
    }
  }

  /**
   * Calls a listener for each entry from now on, on the thread that wrote it and before the client
   * sees the answer: it must be quick and must not throw.
   */
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  /** Calls a listener no more. */
  public void forget(Consumer<Entry> listener) {
    listeners.remove(listener);
  }

  /** What is kept, the oldest first. */
  public List<Entry> entries() {
    synchronized (kept) {
      return kept.stream().map(Kept::entry).toList();
    }
  }

  /** The exchanges that are kept, the oldest first. */
  public List<Exchange> exchanges() {
    return find(Verify.requests());
  }

  /**
   * The exchanges that a query asks for, the oldest first.
   *
   * @throws IllegalArgumentException when it names an operation that there is not
   */
  public List<Exchange> find(Requests query) {
    return all(query).map(Exchange.class::cast).toList();
  }

  /** What a query asks for of the event sockets, the oldest first. */
  public List<SocketEvent> find(Events query) {
    return all(query).map(SocketEvent.class::cast).toList();
  }

  /**
   * Only the last of what a query asks for, the oldest first.
   *
   * @throws IllegalArgumentException when it names an operation that there is not
   */
  public List<Entry> findLast(int number, EntryQuery query) {
    var all = all(query).toList();
    return all.subList(Math.max(0, all.size() - number), all.size());
  }

  private Stream<Entry> all(EntryQuery query) {
    query.requireKnown(names);
    return entries().stream().filter(entry -> query.holds(look(entry)));
  }

  /** How many entries gave way to newer ones since the journal was empty. */
  public long dropped() {
    synchronized (kept) {
      return dropped;
    }
  }

  /** Whether nothing is kept at all. */
  public boolean isOff() {
    return limits.areOff();
  }

  /** Forgets everything; numbers go on. */
  public void clear() {
    synchronized (kept) {
      kept.clear();
      bytes = 0;
      dropped = 0;
    }
    secrets.clear();
  }

  /** The ids of the chats that path, query or body of a request name, as the client wrote them. */
  public Set<String> chatsOf(Exchange exchange) {
    return Concerns.chats(look(exchange));
  }

  Look look(Entry entry) {
    return new Look(entry, names, redaction(entry));
  }

  Redaction redaction(Entry entry) {
    return new Redaction(entry, secrets::mask);
  }

  Names names() {
    return names;
  }

  /** What a verification looks at: one moment of the journal. */
  record State(List<Entry> entries, long last, long dropped) {}

  State state() {
    synchronized (kept) {
      return new State(kept.stream().map(Kept::entry).toList(), last, dropped);
    }
  }

  /** Waits until there is a newer entry than the one of a number; returns at the deadline too. */
  void awaitNewer(long number, long deadlineNanos) throws InterruptedException {
    synchronized (kept) {
      for (long left = left(deadlineNanos);
          last <= number && left > 0;
          left = left(deadlineNanos)) {
        TimeUnit.NANOSECONDS.timedWait(kept, left);
      }
    }
  }

  private static long left(long deadlineNanos) {
    return deadlineNanos - System.nanoTime();
  }
}
