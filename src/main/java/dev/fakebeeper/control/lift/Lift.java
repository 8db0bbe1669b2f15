package dev.fakebeeper.control.lift;

import dev.fakebeeper.recording.Recording;

/**
 * Lifts a recording into a starting world: what the app showed becomes state, so that requests
 * which were never recorded have an answer too.
 *
 * <p>The world is as the app was before the clients under record changed anything, as far as that
 * can be known. The first sighting of an entity counts; later ones add what it did not show. What
 * clients sent, and what came after the recording had begun, is not in the world: the clients send
 * it again. The rule is {@code docs/decisions/0016}; what had to be assumed and what was left out
 * is told by the {@linkplain LiftedWorld#report() report}.
 *
 * <p>Ids, sort keys, times and counts are those of the app.
 */
public final class Lift {
  private Lift() {}

  /** Lifts a recording. The same recording gives the same world. */
  public static LiftedWorld of(Recording recording) {
    var notes = new Notes();
    var happenings = Happening.of(recording, notes);
    var start = AppClock.startOf(recording.head().startedAt(), happenings, notes);
    var newness = new Newness(start);
    var sights = new Sights(newness, notes);
    var looking = new Looking(sights, newness);
    var doings = new Doings(sights);
    for (var happening : happenings) {
      sights.at(happening.at());
      if (happening instanceof Happening.Asked asked) {
        doings.asked(asked.ask());
      } else if (happening instanceof Happening.Answered answered) {
        looking.answered(answered.ask());
      } else if (happening instanceof Happening.Heard heard) {
        looking.heard(heard.frame());
      }
    }
    return LiftBuilding.build(sights, start, notes);
  }
}
