package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.SocketWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Records one socket. Frames are in the order in which they are told. Thread-safe. */
public final class SocketRecorder {
  private final RecordingThread thread;
  private final RecordingDesk desk;
  private final OriginRewriting names;
  private final long openedAt;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** For the recorder's thread; null before it is open, after its end, and when it was refused. */
  @Nullable SocketWriter file;

  SocketRecorder(RecordingThread thread, RecordingDesk desk, OriginRewriting names, long openedAt) {
    this.thread = thread;
    this.desk = desk;
    this.names = names;
    this.openedAt = openedAt;
  }

  /** A text went through. */
  public void add(Sender sender, String text) {
    var after = elapsed();
    thread.submit(
        text.length(), () -> desk.write(this, new RecordedFrame(after, sender, names.text(text))));
  }

  /** The socket is over; the first to say so counts. */
  public void end(Sender sender, int code, String reason) {
    if (ended.compareAndSet(false, true)) {
      var end = new RecordedEnd(elapsed(), sender, code, reason);
      thread.submit(0, () -> desk.end(this, end));
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - openedAt);
  }
}
