package dev.fakebeeper.events;

import dev.fakebeeper.events.StreamEffect.Duplicate;
import dev.fakebeeper.events.StreamEffect.Hold;
import dev.fakebeeper.events.StreamEffect.Lose;
import dev.fakebeeper.events.StreamEffect.OfItsWay;
import dev.fakebeeper.events.StreamEffect.Reorder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way of events to one connection: gives them their numbers and does with them what a rule
 * says. Used on the stream's turn only.
 */
final class Lane {
  /** For an event that gets its number when it goes out. */
  private static final long LATER = 0;

  private final EventSession session;
  private final int limit;
  private final Map<RuleInForce, List<Kept>> kept = new LinkedHashMap<>();
  private int count;

  /**
   * @param limit how many events may be kept back
   */
  Lane(EventSession session, int limit) {
    this.session = session;
    this.limit = limit;
  }

  /** An event that waits, and its number if it has one. */
  private record Kept(Parcel parcel, long seq) {}

  /** Whether events are kept back. */
  boolean isKeeping() {
    return count > 0;
  }

  /** Brings an event to the client, or does what a rule says. */
  void pass(Parcel parcel, @Nullable RuleInForce rule) {
    if (rule == null) {
      session.send(parcel.frame(session.nextSeq(), Alteration.NONE));
      return;
    }
    var effect = (OfItsWay) rule.effect();
    var seq = effect.numbering() == Numbering.ON_ARRIVAL ? session.nextSeq() : LATER;
    if (effect instanceof Lose) {
      session.lost(parcel.frame(seq, Alteration.NONE));
    } else if (effect instanceof Duplicate duplicate) {
      for (var i = 0; i < duplicate.copies(); i++) {
        depart(new Kept(parcel, seq), Alteration.DUPLICATED);
      }
    } else if (effect instanceof Hold || effect instanceof Reorder) {
      keep(rule, new Kept(parcel, seq));
    } else {
      throw new AssertionError("unknown effect: " + effect);
    }
  }

  private void depart(Kept one, Alteration way) {
    var seq = one.seq() == LATER ? session.nextSeq() : one.seq();
    session.send(one.parcel().frame(seq, way));
  }

  private void keep(RuleInForce rule, Kept one) {
    if (count >= limit) {
      session.overflow(limit + " events are kept back, and no more may be");
      return;
    }
    kept.computeIfAbsent(rule, r -> new ArrayList<>()).add(one);
    count++;
    session.keptChanged();
  }

  /** Sends what is kept, rule by rule. */
  void releaseAll() {
    List.copyOf(kept.keySet()).forEach(this::release);
  }

  /** Sends what a rule keeps. */
  void release(RuleInForce rule) {
    var waiting = kept.remove(rule);
    if (waiting == null) {
      return;
    }
    var reordered = rule.effect() instanceof Reorder;
    if (reordered) {
      Collections.reverse(waiting);
    }
    count -= waiting.size();
    session.keptChanged();
    waiting.forEach(one -> depart(one, reordered ? Alteration.REORDERED : Alteration.HELD));
  }

  /** Forgets what is kept. */
  void drop() {
    kept.clear();
    count = 0;
    session.keptChanged();
  }
}
