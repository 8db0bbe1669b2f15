package dev.fakebeeper.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The rules of one stream. A rule that was added acts on every later commit and on none before it,
 * also if that was not told yet; one that was removed acts on none that comes later. Thread-safe.
 */
public final class StreamRules {
  private final EventStream stream;
  private final List<RuleInForce> listed = new CopyOnWriteArrayList<>();
  private int count;

  /** Those that can still act; touched on the stream's turn only, so between two events. */
  private final List<RuleInForce> acting = new ArrayList<>();

  StreamRules(EventStream stream) {
    this.stream = stream;
  }

  /** Adds a rule behind the others. Returns its id. */
  public synchronized String add(StreamRule rule) {
    var added = new RuleInForce("rule-" + ++count, rule);
    listed.add(added);
    stream.inOrder(() -> acting.add(added));
    return added.id();
  }

  /** The rules in the order in which they were added, spent ones too. */
  public List<RuleStatus> list() {
    return listed.stream().map(RuleInForce::status).toList();
  }

  /** Removes a rule and sends what it keeps back; false if there is none of that id. */
  public boolean remove(String id) {
    var found = listed.stream().filter(rule -> rule.id().equals(id)).findFirst();
    return found.isPresent() && remove(found.get());
  }

  private synchronized boolean remove(RuleInForce rule) {
    if (!listed.remove(rule)) {
      return false;
    }
    stream.inOrder(
        () -> {
          acting.remove(rule);
          stream.each(session -> session.lane().release(rule));
        });
    return true;
  }

  /** Removes every rule and sends what they keep back. */
  public synchronized void clear() {
    listed.forEach(this::remove);
  }

  /** Sends what is kept back; the rules stay. */
  public void release() {
    stream.inOrder(() -> stream.each(session -> session.lane().releaseAll()));
  }

  /** Removes every rule and what they keep back: it tells of a past that is no more. */
  synchronized void forget() {
    listed.clear();
    stream.inOrder(
        () -> {
          acting.clear();
          stream.each(session -> session.lane().drop());
        });
  }

  /** Brings an event to those who hear it. On the stream's turn. */
  void pass(EventFrame event, List<EventSession> listeners, List<EventSession> all) {
    var passage = new Passage(acting, event);
    listeners.forEach(passage::to);
    passage.end(all);
    acting.removeIf(RuleInForce::isSpent);
  }
}
