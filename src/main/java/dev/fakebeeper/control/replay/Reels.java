package dev.fakebeeper.control.replay;

import dev.fakebeeper.recording.RecordedSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The recorded sockets, and which of them no client was given yet. The next client gets the first
 * of those; after the last, the last one again. Not thread-safe.
 */
final class Reels {
  private final List<Reel> all;
  private final TreeSet<Integer> free = new TreeSet<>();

  Reels(List<RecordedSocket> sockets) {
    var reels = new ArrayList<Reel>();
    sockets.forEach(socket -> reels.add(Reel.of(reels.size() + 1, socket)));
    all = List.copyOf(reels);
    startOver();
  }

  void startOver() {
    IntStream.range(0, all.size()).forEach(free::add);
  }

  /** The next one; empty when no socket was recorded. */
  Optional<Reel> take() {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var next = free.pollFirst();
    return Optional.of(all.get(next == null ? all.size() - 1 : next));
  }

  /** In place of one that was taken, another whose client began with this command. */
  Optional<Reel> change(Reel taken, FrameText command) {
    var fitting = free.stream().filter(i -> all.get(i).beginsWith(command)).findFirst();
    fitting.ifPresent(
        i -> {
          free.remove(i);
          free.add(taken.number() - 1);
        });
    return fitting.map(all::get);
  }
}
