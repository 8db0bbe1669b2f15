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
      sendNext();
    }
  }

  private void sendNext() {
    var next = take();
    if (next != null) {
      sink.send(next, this::sent);
    }
  }

  private synchronized @Nullable OutgoingFrame take() {
    if (closed || underWay || waiting.isEmpty()) {
      return null;
    }
    underWay = true;
    return waiting.poll();
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    sendNext();
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
