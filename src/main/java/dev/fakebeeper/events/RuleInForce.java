package dev.fakebeeper.events;

import java.util.concurrent.atomic.AtomicLong;

/** A rule that counts what it does. Counted on the stream's turn, read anywhere. */
final class RuleInForce {
  private final String id;
  private final StreamRule rule;
  private final AtomicLong events = new AtomicLong();

  RuleInForce(String id, StreamRule rule) {
    this.id = id;
    this.rule = rule;
  }

  String id() {
    return id;
  }

  StreamEffect effect() {
    return rule.effect();
  }

  boolean covers(EventFrame frame, String socket) {
    return rule.match().covers(frame, socket);
  }

  /** Takes one more event; false if the rule is spent. */
  boolean take() {
    if (isSpent()) {
      return false;
    }
    events.incrementAndGet();
    return true;
  }

  /** Whether it has all the events of an act, so that the act can be done. */
  boolean isActComplete() {
    return events.get() % effect().size() == 0;
  }

  boolean isSpent() {
    return events.get() >= (long) rule.times() * effect().size();
  }

  RuleStatus status() {
    return new RuleStatus(id, rule, (int) (events.get() / effect().size()));
  }
}
