package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.replay.Playback.Timing;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.nearest.NearestRequest;
import dev.fakebeeper.stubs.Replay;
import dev.fakebeeper.stubs.ReplayMappings;
import dev.fakebeeper.stubs.ReplayMappings.Delay;
import dev.fakebeeper.stubs.StubAnswer;
import dev.fakebeeper.stubs.StubException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the worlds of a server replay. What is read of a recording is read once and shared; how far
 * it is played, each world has for itself. Thread-safe.
 */
final class Replays {
  private final Contract contract;
  private final Map<Playback, Source> sources = new ConcurrentHashMap<>();

  /** A world that is gone takes its player along. */
  private final Map<FakeWorld, Player> players = Collections.synchronizedMap(new WeakHashMap<>());

  Replays(Contract contract) {
    this.contract = contract;
  }

  /** What worlds that play the same recording share. */
  private record Source(ReplayMappings mappings, NearestRequest nearest) {}

  /**
   * Makes a world ready that was just opened; nothing for one that has a state of its own.
   *
   * @throws RecordingException when a mapping of its recording cannot be used
   */
  void prepare(FakeWorld world) {
    if (world.isReplaying()) {
      var playback = world.replay().playback();
      var source = sources.computeIfAbsent(playback, this::read);
      var delay = playback.timing() == Timing.AS_RECORDED ? Delay.RECORDED : Delay.NONE;
      players.put(world, new Player(source.mappings().play(delay), source.nearest()));
    }
  }

  private Source read(Playback playback) {
    try {
      var mappings = ReplayMappings.read(playback.folder());
      return new Source(mappings, NearestRequest.in(playback.reading(), contract));
    } catch (StubException e) {
      throw new RecordingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The player of a world that replays. */
  Player of(FakeWorld world) {
    var player = players.get(world);
    if (player == null) {
      throw new IllegalStateException("the world " + world.name() + " was never made ready");
    }
    return player;
  }

  /** A recording as it is played in one world. Thread-safe. */
  static final class Player {
    private final Replay replay;
    private final NearestRequest nearest;
    private long round;

    Player(Replay replay, NearestRequest nearest) {
      this.replay = replay;
      this.nearest = nearest;
    }

    /**
     * The recorded answer, if there is one.
     *
     * @param now how often the world was started over
     */
    Optional<StubAnswer> answer(ApiRequest request, String baseUrl, long now) {
      startOver(now);
      return replay.answer(request, baseUrl);
    }

    private synchronized void startOver(long now) {
      if (round != now) {
        round = now;
        replay.startOver();
      }
    }

    /** Why there is none. */
    String explain(ApiRequest request) {
      return nearest.explain(request);
    }
  }
}
