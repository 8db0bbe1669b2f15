package dev.fakebeeper.control.replay;

import dev.fakebeeper.events.ScriptedSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorded socket as it is played to one client. What the app said before the first command, and
 * after each one, belongs together: answers go out at once, events at the time they have since the
 * opening. If the client says a command later than in the recording, all that follows comes as much
 * later; if it says it earlier, nothing comes earlier. Not thread-safe.
 */
final class Performance {
  private final ScriptedSocket socket;
  private final Instant openedAt;
  private final Deque<Moment> waiting = new ArrayDeque<>();
  private Reel reel;
  private Duration behind = Duration.ZERO;
  private int next;
  private int events;
  private boolean heard;

  Performance(ScriptedSocket socket, Instant openedAt, Reel reel) {
    this.socket = socket;
    this.openedAt = openedAt;
    this.reel = reel;
  }

  String socketId() {
    return socket.id();
  }

  Reel reel() {
    return reel;
  }

  /** Plays what comes before the first command. */
  void begin() {
    next = 0;
    answer(null);
  }

  /** Whether the client can still be taken for that of another reel. */
  boolean canChange() {
    return !heard && events == 0;
  }

  /** Goes on with another reel, whose beginning stands in place of what was played. */
  void change(Reel other) {
    reel = other;
    waiting.clear();
    next = 0;
    while (next < reel.firstCommand()) {
      keep(reel.moments().get(next++));
    }
  }

  /** Goes on at a command of the client; false when the recording has none like it. */
  boolean hear(FrameText command, Instant now) {
    int found = reel.find(command, next);
    if (found == Reel.NONE) {
      return again(command);
    }
    heard = true;
    var recorded = (Moment.Command) reel.moments().get(found);
    var late = Duration.between(openedAt, now).minus(recorded.after());
    behind = late.compareTo(behind) > 0 ? late : behind;
    next = found + 1;
    answer(new Exchange(recorded.frame(), command));
    return true;
  }

  /** Answers a command that was said before in the same way, without its events. */
  private boolean again(FrameText command) {
    int found = reel.find(command, 0);
    if (found == Reel.NONE) {
      return false;
    }
    var recorded = (Moment.Command) reel.moments().get(found);
    var exchange = new Exchange(recorded.frame(), command);
    reel.moments().subList(found + 1, reel.nextCommand(found + 1)).stream()
        .filter(Moment.Answer.class::isInstance)
        .map(Moment.Answer.class::cast)
        .forEach(answer -> socket.say(exchange.text(answer.frame())));
    return true;
  }

  /** A command of the recording, and the one that is said in its place. */
  private record Exchange(FrameText recorded, FrameText now) {
    String text(FrameText answer) {
      return answer.answering(recorded, now);
    }
  }

  private void answer(@Nullable Exchange exchange) {
    int end = reel.nextCommand(next);
    while (next < end) {
      var moment = reel.moments().get(next++);
      if (moment instanceof Moment.Answer answer) {
        var frame = answer.frame();
        socket.say(exchange == null ? frame.text() : exchange.text(frame));
      } else {
        keep(moment);
      }
    }
  }

  private void keep(Moment moment) {
    if (!(moment instanceof Moment.Answer)) {
      waiting.add(moment);
    }
  }

  /** When the next event is due; empty when none waits. */
  Optional<Instant> due() {
    return Optional.ofNullable(waiting.peek())
        .map(moment -> openedAt.plus(behind).plus(moment.after()));
  }

  /** The next event in words; empty when none waits. */
  Optional<String> what() {
    return Optional.ofNullable(waiting.peek()).map(Moment::what);
  }

  /** The command that all further frames wait for; empty when no further one is recorded. */
  Optional<String> expected() {
    return next < reel.moments().size()
        ? Optional.of(((Moment.Command) reel.moments().get(next)).frame().text())
        : Optional.empty();
  }

  /** How many events wait for their time. */
  int waiting() {
    return waiting.size();
  }

  int played() {
    return events;
  }

  /** Plays what is due; how many events that was. */
  int playDue(Instant now) {
    int count = 0;
    while (due().filter(due -> !due.isAfter(now)).isPresent()) {
      count += playNext();
    }
    return count;
  }

  /** Plays all that waits for its time only; how many events that was. */
  int playAll() {
    int count = 0;
    while (!waiting.isEmpty()) {
      count += playNext();
    }
    return count;
  }

  /** Plays the next event, whatever the time is; 0 when none waits. */
  int playNext() {
    var moment = waiting.poll();
    if (moment == null) {
      return 0;
    }
    events++;
    if (moment instanceof Moment.End end) {
      socket.end(end.act());
    } else if (moment instanceof Moment.Event event) {
      socket.say(event.frame().text());
    }
    return 1;
  }

  /** Plays nothing more. */
  void stop() {
    waiting.clear();
    next = reel.moments().size();
  }
}
