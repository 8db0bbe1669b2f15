package dev.fakebeeper.control.replay;

import dev.fakebeeper.control.journal.Incident;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.world.World;
import java.util.List;

/**
 * A world that plays a recording, as a test holds it. Requests are answered from the recording; on
 * the event socket each client gets the frames of a recorded one: answers at once, events when the
 * clock of the world has come to their time, or when the test asks for them here. Thread-safe.
 */
public final class Replay {
  /** The source of its incidents: commands on a socket that the recording does not know. */
  public static final String SOURCE = FramePlayer.OWNER;

  private final Playback playback;
  private final FramePlayer frames;

  private Replay(Playback playback, FramePlayer frames) {
    this.playback = playback;
    this.frames = frames;
  }

  /** Begins to play in a world; called once, by the world. */
  public static Replay of(Playback playback, World world, EventStream stream, Journal journal) {
    var frames =
        new FramePlayer(
            world,
            playback.recording().sockets(),
            text -> {
              var at = world.now();
              journal.record(number -> new Incident(number, at, world.name(), SOURCE, text));
            });
    frames.listen(stream);
    return new Replay(playback, frames);
  }

  /** Which recording is played, and how. */
  public Playback playback() {
    return playback;
  }

  /**
   * Sends the next event of every open socket, whatever the clock shows; at the end of a recorded
   * socket, its end.
   *
   * @return how many went out: 0 when nothing waits, or only for a command of the client
   */
  public int next() {
    return frames.playNext();
  }

  /**
   * Sends all events that wait for their time, on every open socket, in order and at once. What
   * waits for a command of the client stays.
   *
   * @return how many went out
   */
  public int playAll() {
    return frames.playAll();
  }

  /**
   * Counts how often the recording was started over: with each reset of the world, and each return
   * to a snapshot.
   */
  public long round() {
    return frames.round();
  }

  /** How far each open socket is, the oldest first. */
  public List<ReplayedSocket> sockets() {
    return frames.sockets();
  }
}
