package dev.fakebeeper.bench;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * What depends on the size of a world, or should not: pages, snapshots, restores, forks, new
 * worlds, memory. In process.
 */
final class Sizes {
  private static final int SMALL_CHATS = 10;
  private static final int SMALL_MESSAGES = 1_500;
  private static final int LARGE_CHATS = 2_000;
  private static final int LARGE_MESSAGES = 1_000_000;
  private static final int TIMES = 2_001;

  private Sizes() {}

  static void report() throws Exception {
    Benchmarks.say("");
    Benchmarks.say("| what | 10 chats, 1,500 messages | 2,000 chats, 1,000,000 messages | ratio |");
    Benchmarks.say("| --- | --- | --- | --- |");
    try (var beeper = FakeBeeper.start()) {
      var small = beeper.worlds().open(world("small", SMALL_CHATS, SMALL_MESSAGES));
      var before = usedMiB();
      var begin = System.nanoTime();
      var large = beeper.worlds().open(world("large", LARGE_CHATS, LARGE_MESSAGES));
      var seconds = (System.nanoTime() - begin) / 1e9;
      var heap = usedMiB() - before;
      row("page of 25 chats, µs", () -> page(beeper, small), () -> page(beeper, large));
      row("snapshot, ns", () -> time(small::snapshot), () -> time(large::snapshot));
      row("restore, ns", () -> restore(small), () -> restore(large));
      row("reset, ns", () -> time(small::reset), () -> time(large::reset));
      row("fork and close, ns", () -> fork(small), () -> fork(large));
      Benchmarks.say("");
      Benchmarks.say("heap of the large world: %.0f MiB, made in %.1f s".formatted(heap, seconds));
      worldForATest(beeper);
    }
  }

  private static NewWorld world(String name, int chats, int messages) {
    return NewWorld.named(name).generated(chats, messages);
  }

  /** What a test pays for its own default world once the first one was read. */
  private static void worldForATest(FakeBeeper beeper) {
    var times = new double[201];
    for (var i = 0; i < times.length; i++) {
      var begin = System.nanoTime();
      beeper.worlds().open(NewWorld.named("test-" + i)).close();
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    Benchmarks.say(
        "a default world opened and closed: %.2f ms".formatted(Benchmarks.median(times)));
  }

  private static void row(String what, LongSupplier small, LongSupplier large) {
    var ofSmall = new double[TIMES];
    var ofLarge = new double[TIMES];
    for (var i = 0; i < TIMES; i++) {
      ofSmall[i] = small.getAsLong();
      ofLarge[i] = large.getAsLong();
    }
    var one = Benchmarks.median(ofSmall);
    var other = Benchmarks.median(ofLarge);
    Benchmarks.say("| %s | %.0f | %.0f | %.2f |".formatted(what, one, other, other / one));
  }

  private static long page(FakeBeeper beeper, FakeWorld world) {
    var begin = System.nanoTime();
    try {
      var status = Servers.get(beeper.port(), "/v1/chats", world.token()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("status " + status);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begin) / 1_000;
  }

  private static long time(Runnable action) {
    var begin = System.nanoTime();
    action.run();
    return System.nanoTime() - begin;
  }

  private static long restore(FakeWorld world) {
    var snapshot = world.snapshot();
    return time(() -> world.restore(snapshot));
  }

  private static long fork(FakeWorld world) {
    return time(() -> world.fork("fork").close());
  }

  private static double usedMiB() {
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }
}
