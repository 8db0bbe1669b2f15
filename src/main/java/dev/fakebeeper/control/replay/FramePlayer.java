package dev.fakebeeper.control.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.ScriptedSocket;
import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.events.StreamScript;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.world.Timer;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Plays recorded sockets to the clients of one world, on its clock. All that it keeps is guarded by
 * the lock of the world: a step is an action on it, and sending only enqueues. A world that goes
 * back to a snapshot starts the recording over; sockets that are open then hear nothing more of it.
 * Thread-safe.
 */
final class FramePlayer implements StreamScript {
  /** Whose timers and incidents they are. */
  static final String OWNER = "replay";

  private static final int GOING_AWAY = 1001;

  private final World world;
  private final Consumer<String> incidents;
  private final Reels reels;
  private final Map<String, Performance> open = new LinkedHashMap<>();
  private final Map<String, Timer.Planned> timers = new LinkedHashMap<>();
  private final AtomicLong round = new AtomicLong();

  /**
   * A player for a world, which {@link #listen} sets to work.
   *
   * @param incidents told in words of a command that the recording does not know
   */
  FramePlayer(World world, List<RecordedSocket> sockets, Consumer<String> incidents) {
    this.world = world;
    this.reels = new Reels(sockets);
    this.incidents = incidents;
  }

  /** Begins to speak on the sockets of the world and to listen to its clock; called once. */
  void listen(EventStream stream) {
    stream.follow(this);
    world.onPlanned(this::due);
    world.onReplace((before, after) -> startOver());
  }

  @Override
  public void opened(ScriptedSocket socket) {
    world.run(
        tx ->
            reels
                .take()
                .ifPresentOrElse(
                    reel -> begin(tx, socket, reel),
                    () -> socket.end(new SocketAct.Close(GOING_AWAY, "No socket was recorded"))));
  }

  private void begin(Transaction tx, ScriptedSocket socket, Reel reel) {
    var performance = new Performance(socket, tx.now(), reel);
    open.put(socket.id(), performance);
    performance.begin();
    goOn(tx, performance);
  }

  @Override
  public void heard(ScriptedSocket socket, String text) {
    var command = FrameText.of(text);
    // Told outside the lock, and before the refusal leaves: that is a later step of the stream.
    world.<Optional<String>>change(tx -> hear(tx, socket, command)).ifPresent(incidents);
  }

  /** Goes on at a command; what to tell when the recording does not know it. */
  private Optional<String> hear(Transaction tx, ScriptedSocket socket, FrameText command) {
    var performance = open.get(socket.id());
    if (performance == null) {
      return Optional.empty();
    }
    if (performance.canChange() && !performance.reel().beginsWith(command)) {
      reels.change(performance.reel(), command).ifPresent(performance::change);
    }
    if (!performance.hear(command, tx.now())) {
      return Optional.of(refuse(socket, performance, command));
    }
    goOn(tx, performance);
    return Optional.empty();
  }

  /** The protocol has no word for a command that is unknown to a recording; this is the nearest. */
  private static String refuse(ScriptedSocket socket, Performance performance, FrameText command) {
    var error = JsonNodeFactory.instance.objectNode();
    error.put("type", "error");
    if (command.requestId().isTextual()) {
      error.set("requestID", command.requestId());
    }
    error.put("code", "INVALID_COMMAND");
    error.put("message", "Unknown command");
    socket.say(error.toString());
    return "[%s] %s said %s, which is not in the recording. %s"
        .formatted(
            DiagnosisCode.REPLAY_UNKNOWN.text(), socket.id(), command.text(), nearest(performance));
  }

  private static String nearest(Performance performance) {
    var reel = performance.reel();
    var said =
        reel.moments().stream()
            .filter(Moment.Command.class::isInstance)
            .map(moment -> ((Moment.Command) moment).frame().text())
            .distinct()
            .toList();
    return said.isEmpty()
        ? "The client of recorded socket %d said nothing. Record a socket that does."
            .formatted(reel.number())
        : "The client of recorded socket %d said %s. Let the client say the same, or record it anew."
            .formatted(reel.number(), String.join(" and ", said));
  }

  @Override
  public void closed(ScriptedSocket socket) {
    world.run(
        tx -> {
          open.remove(socket.id());
          cancel(tx, socket.id());
        });
  }

  private void due(Timer.Planned timer) {
    if (timer.owner().equals(OWNER)) {
      each(performance -> performance.playDue(world.now()));
    }
  }

  /** Does something to every open socket, and then waits for the next event of each. */
  private int each(ToIntFunction<Performance> step) {
    return world.change(
        tx -> {
          int sum = 0;
          for (var performance : List.copyOf(open.values())) { // one may end its socket
            sum += step.applyAsInt(performance);
            goOn(tx, performance);
          }
          return sum;
        });
  }

  private void goOn(Transaction tx, Performance performance) {
    var id = performance.socketId();
    cancel(tx, id);
    performance
        .due()
        .filter(due -> open.containsKey(id))
        .ifPresent(
            due -> {
              var timer = new Timer.Planned(OWNER, id + ": " + performance.what().orElseThrow());
              timers.put(id, timer);
              tx.schedule(due.isBefore(tx.now()) ? tx.now() : due, timer);
            });
  }

  private void cancel(Transaction tx, String id) {
    var timer = timers.remove(id);
    if (timer != null) {
      tx.cancel(timer);
    }
  }

  private void startOver() {
    open.values().forEach(Performance::stop);
    timers.clear(); // they went with the state
    reels.startOver();
    round.incrementAndGet();
  }

  /** How often the recording was started over. */
  long round() {
    return round.get();
  }

  /** Plays the next event of every open socket, whatever the time is; how many there were. */
  int playNext() {
    return each(Performance::playNext);
  }

  /** Plays all events that wait for their time only; how many there were. */
  int playAll() {
    return each(Performance::playAll);
  }

  /** How far each open socket is, the oldest first. */
  List<ReplayedSocket> sockets() {
    return world.change(tx -> open.values().stream().map(ReplayedSocket::of).toList());
  }
}
