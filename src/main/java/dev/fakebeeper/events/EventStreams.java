package dev.fakebeeper.events;

import dev.fakebeeper.world.World;
import dev.fakebeeper.world.Worlds;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The event streams of all worlds of one server. Their turns run on a few daemon threads, which
 * exist only while there is something to tell. Thread-safe.
 */
public final class EventStreams implements AutoCloseable {
  private static final int THREADS = 2;
  private static final long STOP_MILLIS = 1_000;

  private final Map<String, EventStream> byWorld = new ConcurrentHashMap<>();
  private final ExecutorService executor = executor();

  /** Streams for every world that is opened from now on, until it closes. */
  public EventStreams(Worlds worlds, EventSettings settings) {
    worlds.onOpen(world -> add(world, settings));
  }

  private void add(World world, EventSettings settings) {
    var stream = new EventStream(world, settings, executor);
    byWorld.put(world.name(), stream);
    world.onClose(
        () -> {
          byWorld.remove(world.name(), stream);
          stream.close();
        });
  }

  /** The stream of an open world. */
  public Optional<EventStream> find(String world) {
    return Optional.ofNullable(byWorld.get(world));
  }

  private static ExecutorService executor() {
    var count = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "fake-beeper-events-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Stops the threads once what is queued was told, within a second. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
