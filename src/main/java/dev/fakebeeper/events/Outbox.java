package dev.fakebeeper.events;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one client: one is under way, a bounded number waits behind it. A client
 * that does not read fills its own outbox and is closed; it delays nobody. Thread-safe.
 */
final class Outbox {
  /**
   * "Try again later" (IANA registry of close codes); which code the real server uses is not known.
   */
  static final int OVERFLOW = 1013;

  private final FrameSink sink;
  private final int limit;
  private final Deque<OutgoingFrame> waiting = new ArrayDeque<>();
  private boolean underWay;
  private boolean pumping;
  private boolean closed;

  Outbox(FrameSink sink, int limit) {
    this.sink = sink;
    this.limit = limit;
  }

  void offer(OutgoingFrame frame) {
    var overflow = false;
    synchronized (this) {
      if (closed) {
        return;
      }
      if (underWay && waiting.size() >= limit) {
        overflow = true;
      } else {
        waiting.add(frame);
      }
    }
    if (overflow) {
      close(OVERFLOW, "The client does not read: " + limit + " frames are waiting");
    } else {
      pump();
    }
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
      sink.send(next, this::sent);
    }
  }

  private synchronized boolean startPumping() {
    if (pumping) {
      return false;
    }
    pumping = true;
    return true;
  }

  /** The next frame; null ends the loop, in the same breath as it says so. */
  private synchronized @Nullable OutgoingFrame take() {
    if (closed || underWay || waiting.isEmpty()) {
      pumping = false;
      return null;
    }
    underWay = true;
    return waiting.poll();
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    pump();
  }

  void close(int code, String reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    sink.close(code, reason);
  }

  /** The connection ended by itself: nothing more goes out. */
  synchronized void abandon() {
    closed = true;
    waiting.clear();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
