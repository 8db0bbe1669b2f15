package dev.fakebeeper.events;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one client: one is under way, a bounded number waits behind it. A client
 * that does not read fills its own outbox and is closed; it delays nobody. Thread-safe.
 */
final class Outbox {
  private final FrameSink sink;
  private final int limit;
  private final Deque<OutgoingFrame> waiting = new ArrayDeque<>();
  private @Nullable Runnable silence;
  private @Nullable Runnable ending;
  private boolean underWay;
  private boolean pumping;
  private boolean closed;
  private boolean ended;

  Outbox(FrameSink sink, int limit) {
    this.sink = sink;
    this.limit = limit;
  }

  /** Takes a frame, unless it takes none any more; false if there is no room for it. */
  boolean offer(OutgoingFrame frame) {
    synchronized (this) {
      if (closed) {
        return true;
      }
      if (underWay && waiting.size() >= limit) {
        return false;
      }
      waiting.add(frame);
    }
    pump();
    return true;
  }

  /**
   * Sends until one frame is under way or none is left. A loop, because a sink may be done at once
   * a thousand times over.
   */
  private void pump() {
    if (!startPumping()) {
      return;
    }
    for (var next = take(); next != null; next = take()) {
      next.run();
    }
  }

  private synchronized boolean startPumping() {
    if (pumping) {
      return false;
    }
    pumping = true;
    return true;
  }

  /**
   * What to do next; null ends the loop, in the same breath as it says so. Before the end nobody
   * waits for a frame to leave: a client that does not read would hold it up.
   */
  private synchronized @Nullable Runnable take() {
    var free = !underWay || ending != null;
    if (free && !waiting.isEmpty()) {
      var frame = waiting.remove();
      underWay = true;
      return () -> sink.send(frame, this::sent);
    }
    if (free && silence != null) {
      var next = silence;
      silence = null;
      return next;
    }
    if (ending != null) {
      var next = ending;
      ending = null;
      return next;
    }
    pumping = false;
    return null;
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    pump();
  }

  /** Takes no more frames, and does something once the last has left. */
  void silence(Runnable step) {
    synchronized (this) {
      closed = true;
      silence = step;
    }
    pump();
  }

  /** Takes no more frames, hands over those that wait and then ends the connection. */
  void finish(Runnable step) {
    end(step);
  }

  /** Ends the connection; frames that wait are dropped. */
  void close(int code, String reason) {
    synchronized (this) {
      if (!ended) {
        waiting.clear();
      }
    }
    end(() -> sink.close(code, reason));
  }

  private void end(Runnable step) {
    synchronized (this) {
      if (ended) {
        return;
      }
      closed = true;
      ended = true;
      ending = step;
    }
    pump();
  }

  /** The connection ended by itself: nothing more goes out. */
  void abandon() {
    synchronized (this) {
      closed = true;
      ended = true;
      waiting.clear();
      underWay = false;
    }
    pump();
  }

  /** Whether it takes no more frames. */
  synchronized boolean isClosed() {
    return closed;
  }
}
