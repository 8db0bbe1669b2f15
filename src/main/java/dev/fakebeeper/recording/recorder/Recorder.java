package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.RecordingFolder;
import dev.fakebeeper.recording.RecordingHead;
import dev.fakebeeper.recording.recorder.RecordingStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what clients and an application say. Takes messages from many threads; one thread of its
 * own redacts, checks and writes them, so nothing that was not redacted ever reaches the disk. What
 * waits for it is bounded: a sender waits when there is too much. Thread-safe.
 */
public final class Recorder implements AutoCloseable {
  private final long startedAt = System.nanoTime();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final RecordingThread thread;
  private final RecordingDesk desk;

  private Recorder(RecordingDesk desk) {
    this.desk = desk;
    this.thread = new RecordingThread(desk);
  }

  /**
   * Opens the folder and begins, with the contract that comes with the product.
   *
   * @param now on the machine's clock
   * @throws dev.fakebeeper.recording.RecordingException when the folder cannot be recorded into
   */
  public static Recorder start(RecorderSettings settings, Instant now) {
    return start(settings, Contract.bundled(), now);
  }

  /**
   * Opens the folder and begins.
   *
   * @param contract that the messages are held against
   * @param now on the machine's clock
   * @throws dev.fakebeeper.recording.RecordingException when the folder cannot be recorded into
   */
  public static Recorder start(RecorderSettings settings, Contract contract, Instant now) {
    var head = new RecordingHead(now, contract.documentVersion(), null);
    var folder = RecordingFolder.at(settings.folder());
    return start(settings, contract, folder, head);
  }

  private static Recorder start(
      RecorderSettings settings, Contract contract, RecordingFolder folder, RecordingHead head) {
    var secrecy = new Secrecy(contract, settings.redaction());
    var writer = folder.write(head, settings.existing(), secrecy::check);
    var recorder = new Recorder(new RecordingDesk(settings.folder(), contract, secrecy, writer));
    recorder.thread.start();
    return recorder;
  }

  /** How long it has been recording; what messages tell their time by. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /**
   * Records a call. Returns before it is written; waits while too much is waiting. Does nothing
   * once the recording has ended.
   *
   * @param call as it was, with {@link #elapsed} as its time
   * @param names puts the address that every recording has in place of where the app is
   */
  public void add(RecordedCall call, OriginRewriting names) {
    long bytes = (long) call.request().body().length + call.answer().body().length;
    thread.submit(bytes, () -> desk.write(call, names));
  }

  /** A request that the application did not answer. */
  public void addUnanswered() {
    unanswered.incrementAndGet();
  }

  /** Something that goes through but not into the recording; told once for each text. */
  public void note(String text) {
    thread.submit(0, () -> desk.note(text));
  }

  /**
   * Begins to record a socket.
   *
   * @param upgrade as it was
   */
  public SocketRecorder open(ApiRequest upgrade, OriginRewriting names) {
    var socket = new SocketRecorder(thread, desk, names, System.nanoTime());
    var after = elapsed();
    thread.submit(0, () -> desk.open(socket, after, upgrade));
    return socket;
  }

  /**
   * Records a whole socket that went elsewhere.
   *
   * @param socket as it was, with its own times
   */
  public void add(RecordedSocket socket, OriginRewriting names) {
    var place = new SocketRecorder(thread, desk, names, System.nanoTime());
    long bytes = socket.frames().stream().mapToLong(frame -> frame.text().length()).sum();
    thread.submit(bytes, () -> desk.write(place, socket, names));
  }

  /** Why nothing more is recorded, although nobody ended the recording. */
  public Optional<String> failure() {
    var failure = desk.failure();
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }

  /** How it is going. */
  public RecordingStatus status() {
    var ended = thread.ended().getNow(null);
    return desk.status(
        new RecordingDesk.Going(
            ended == null ? State.RECORDING : ended.state(),
            ended == null ? elapsed() : ended.at().minusNanos(startedAt),
            thread.waiting(),
            unanswered.get()));
  }

  /**
   * Ends the recording: what waits is written, the folder is looked through once more for secrets,
   * and its lock is given back. Ending twice does nothing. Requests still go through afterwards.
   *
   * @return how it went
   */
  public RecordingStatus stop() {
    thread.end();
    thread.closed().join();
    return status();
  }

  /** Done when the recording has ended, by {@link #stop} or because it failed. */
  public CompletableFuture<Void> ended() {
    return thread.ended().thenAccept(end -> {});
  }

  @Override
  public void close() {
    stop();
  }
}
