package dev.fakebeeper.events;

import dev.fakebeeper.events.StreamEffect.OfItsText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to all who hear it. Whether a rule acts on it is decided once, however many
 * connections it goes to. Used within one turn of the stream.
 */
final class Passage {
  private final List<RuleInForce> rules;
  private final EventFrame event;
  private final Set<RuleInForce> acting = new LinkedHashSet<>();

  Passage(List<RuleInForce> rules, EventFrame event) {
    this.rules = rules;
    this.event = event;
  }

  void to(EventSession session) {
    var changes = new ArrayList<OfItsText>();
    @Nullable RuleInForce way = null;
    for (var rule : rules) {
      if (!rule.covers(event, session.id())) {
        continue;
      }
      if (rule.effect() instanceof OfItsText change) {
        if (acts(rule)) {
          changes.add(change);
        }
      } else if (way == null && acts(rule)) {
        way = rule;
      }
    }
    session.lane().pass(new Parcel(event, changes), way);
  }

  private boolean acts(RuleInForce rule) {
    if (acting.contains(rule)) {
      return true;
    }
    return rule.take() && acting.add(rule);
  }

  /** Lets those go that have waited for this event to change places with it. */
  void end(List<EventSession> sessions) {
    for (var rule : acting) {
      if (rule.effect() instanceof StreamEffect.Reorder && rule.isActComplete()) {
        sessions.forEach(session -> session.lane().release(rule));
      }
    }
  }
}
