package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Coverables;
import dev.fakebeeper.contract.Hits;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.journal.Entry;
import dev.fakebeeper.control.journal.Exchange;
import dev.fakebeeper.control.journal.Sent;
import dev.fakebeeper.control.journal.SocketEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of the contract the clients of a fake have exercised, over all its worlds and for each.
 * Costs nothing until it is started. Then one daemon thread looks through what the journals are
 * told, behind the answers; when it is far behind, answers wait for it. Thread-safe.
 */
public final class Coverage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Coverage.class);

  /** What may wait to be looked through, in bytes of requests and so many for each entry. */
  private static final int MOST_WAITING_BYTES = 64 * 1024 * 1024;

  private static final int BYTES_OF_ENTRY = MOST_WAITING_BYTES / 256;

  /** Worlds that are remembered by name; of older ones only the sum is. */
  private static final int MOST_WORLDS = 1_000;

  private static final long IDLE_SECONDS = 1;
  private static final long FINISHING_SECONDS = 10;

  private final Supplier<Contract> contract;
  private final FakeWorlds worlds;
  private final ThreadPoolExecutor walker;
  private final Semaphore room = new Semaphore(MOST_WAITING_BYTES, true);
  private volatile @Nullable Coverables coverables;

  // Touched by the walker's one thread only.
  private final Map<String, Hits> byWorld = new LinkedHashMap<>();
  private Hits older = new Hits();

  /**
   * Coverage of a contract in the worlds of a server, not yet started.
   *
   * @param contract gives the one that the server serves; asked when coverage is started
   */
  public Coverage(Supplier<Contract> contract, FakeWorlds worlds) {
    this.contract = contract;
    this.worlds = worlds;
    walker =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Coverage::thread);
    walker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "fake-beeper-coverage");
    thread.setDaemon(true);
    return thread;
  }

  /** Counts from now on. Starting again changes nothing. */
  public synchronized void start() {
    if (coverables == null) {
      coverables = contract.get().coverables();
      worlds.each(world -> world.journal().listen(this::note));
    }
  }

  /** Whether it was started. */
  public boolean isOn() {
    return coverables != null;
  }

  private void note(Entry entry) {
    int weight = weight(entry);
    room.acquireUninterruptibly(weight);
    try {
      walker.execute(
          () -> {
            try {
              walk(entry);
            } finally {
              room.release(weight);
            }
          });
    } catch (RejectedExecutionException e) {
      room.release(weight); // a late answer of a fake that is closed
    }
  }

  private static int weight(Entry entry) {
    var bytes = entry instanceof Exchange exchange ? exchange.requestBytes() : 0;
    return (int) Math.min(MOST_WAITING_BYTES, BYTES_OF_ENTRY + bytes);
  }

  private void walk(Entry entry) {
    try {
      look(entry, requireOn(), hits(entry.world()));
    } catch (RuntimeException failure) {
      LOG.error(
          "Entry {} of the journal of {} is not covered. This is a bug of fake-beeper.",
          entry.number(),
          entry.world(),
          failure);
    }
  }

  private static void look(Entry entry, Coverables coverables, Hits hits) {
    if (entry instanceof Exchange exchange) {
      var operation = exchange.operation();
      if (operation == null) {
        return;
      }
      if (exchange.sent() == Sent.WHOLE) {
        coverables.exchanged(operation, exchange.request(), exchange.response(), hits);
      } else {
        coverables.asked(operation, exchange.request(), hits);
      }
    } else if (entry instanceof SocketEvent event) {
      switch (event.kind()) {
        case OPENED -> coverables.opened(hits);
        case RECEIVED -> coverables.received(event.text(), hits);
        case SENT -> coverables.sent(event.type(), event.text(), hits);
        case SUBSCRIBED, LOST, CLOSED -> {} // the client sent or got nothing by these
      }
    }
  }

  private Hits hits(String world) {
    var known = byWorld.get(world);
    if (known != null) {
      return known;
    }
    if (byWorld.size() == MOST_WORLDS) {
      var eldest = byWorld.values().iterator();
      older.add(eldest.next());
      eldest.remove();
    }
    var fresh = new Hits();
    byWorld.put(world, fresh);
    return fresh;
  }

  /**
   * What all clients have exercised so far: whatever they have an answer to is in it.
   *
   * @throws IllegalStateException when coverage was not started
   */
  public CoverageReport report() {
    var known = requireOn();
    var sum =
        afterAllNoted(
            () -> {
              var hits = new Hits();
              hits.add(older);
              byWorld.values().forEach(hits::add);
              return hits;
            });
    return CoverageReport.of(contract.get(), known, sum);
  }

  /**
   * What the clients of the worlds of one name have exercised so far. Of the last thousand names
   * this is known; a world that nobody called has exercised nothing.
   *
   * @throws IllegalStateException when coverage was not started
   */
  public CoverageReport report(String world) {
    var known = requireOn();
    var own =
        afterAllNoted(
            () -> {
              var hits = new Hits();
              hits.add(byWorld.getOrDefault(world, new Hits()));
              return hits;
            });
    return CoverageReport.of(contract.get(), known, own);
  }

  /** Forgets what was exercised so far, in all worlds. */
  public void clear() {
    afterAllNoted(
        () -> {
          byWorld.clear();
          older = new Hits();
          return older;
        });
  }

  private Coverables requireOn() {
    var known = coverables;
    if (known == null) {
      throw new IllegalStateException(
          "Coverage is off, so there is nothing to report. Start the fake with FakeBeeperConfig.coverage() or --coverage FILE, or start coverage before the client.");
    }
    return known;
  }

  private Hits afterAllNoted(Supplier<Hits> step) {
    var task = new FutureTask<>(step::get);
    try {
      execute(task);
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while coverage was awaited", e);
    } catch (ExecutionException e) {
      throw new AssertionError("adding up cannot fail", e);
    }
  }

  /** After the end of the walker whoever asks adds up himself, one at a time. */
  private void execute(FutureTask<Hits> task) throws InterruptedException {
    try {
      walker.execute(task);
    } catch (RejectedExecutionException closed) {
      finish();
      synchronized (byWorld) {
        task.run();
      }
    }
  }

  private void finish() throws InterruptedException {
    if (!walker.awaitTermination(FINISHING_SECONDS, TimeUnit.SECONDS)) {
      LOG.error("Coverage is not complete: {} entries still wait.", walker.getQueue().size());
    }
  }

  /** Counts no more; what was noted can still be reported. */
  @Override
  public void close() {
    walker.shutdown();
    try {
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
