package dev.fakebeeper.recording.recorder;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.CallNotes;
import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedEnd;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.RecordingCounts;
import dev.fakebeeper.recording.RecordingWriter;
import dev.fakebeeper.recording.drift.DriftCheck;
import dev.fakebeeper.recording.drift.DriftReport;
import dev.fakebeeper.recording.recorder.RecordingStatus.State;
import dev.fakebeeper.recording.redaction.SecretFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a message becomes part of a recording: redacted, checked, written. Its work is done by the
 * recorder's thread; others only look at what it publishes.
 */
final class RecordingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingDesk.class);
  private static final int MOST_NOTES = 100;
  private static final String VERSION_HEADER = "X-Beeper-Desktop-Version";

  private final Path folder;
  private final Secrecy secrecy;
  private final RecordingWriter writer;
  private final DriftCheck drift;
  private final FreeWords words;
  private final Contract contract;
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<String> refused = new ArrayList<>();
  private boolean knowsVersion;
  private volatile String failure = "";
  private volatile Seen seen;

  /** What others may look at, taken after each message. */
  private record Seen(
      RecordingCounts counts, DriftReport drift, List<String> notes, List<String> refused) {}

  /** What only the recorder knows of itself. */
  record Going(State state, Duration elapsed, int waiting, int unanswered) {}

  RecordingDesk(Path folder, Contract contract, Secrecy secrecy, RecordingWriter writer) {
    this.folder = folder;
    this.contract = contract;
    this.secrecy = secrecy;
    this.writer = writer;
    this.drift = new DriftCheck(contract);
    this.words = new FreeWords(contract);
    this.seen = look();
  }

  private Seen look() {
    return new Seen(
        writer.counts(),
        drift.report(contract.documentVersion()),
        List.copyOf(notes),
        List.copyOf(refused));
  }

  void write(RecordedCall call, OriginRewriting names) throws IOException {
    var named = named(call, names);
    var redacted = secrecy.redactor().redact(named);
    drift.add(named, redacted, written(redacted, notes(named.request(), redacted.request())));
    seen = look();
  }

  private CallNotes notes(ApiRequest raw, ApiRequest redacted) {
    return contract.route(raw.method(), raw.rawPath()) instanceof Routing.Found found
        ? words.notes(found.operation(), raw, redacted)
        : CallNotes.of("");
  }

  /** The file of the call, empty when the last look for secrets kept it off the disk. */
  private String written(RecordedCall redacted, CallNotes callNotes) throws IOException {
    try {
      var file = writer.write(redacted, callNotes);
      learnVersion(redacted.answer());
      return file;
    } catch (SecretFoundException e) {
      refuse(e);
      return "";
    }
  }

  private static RecordedCall named(RecordedCall call, OriginRewriting names) {
    return new RecordedCall(
        call.after(), call.took(), names.request(call.request()), names.answer(call.answer()));
  }

  private void learnVersion(RecordedAnswer answer) throws IOException {
    var version = answer.headers().first(VERSION_HEADER);
    if (!knowsVersion && version.isPresent()) {
      knowsVersion = true;
      writer.desktopVersion(version.get());
    }
  }

  private void refuse(SecretFoundException found) {
    LOG.warn(found.getMessage());
    if (refused.size() < MOST_NOTES) {
      refused.add(String.valueOf(found.getMessage()));
    }
  }

  void note(String text) {
    if (notes.size() < MOST_NOTES && notes.add(text)) {
      LOG.warn(text);
      seen = look();
    }
  }

  void open(SocketRecorder socket, Duration after, ApiRequest upgrade) throws IOException {
    var redacted = secrecy.redactor().redact(upgrade);
    try {
      socket.file = writer.socket(after, redacted);
    } catch (SecretFoundException e) {
      refuse(e);
    }
    seen = look();
  }

  void write(SocketRecorder socket, RecordedFrame raw) throws IOException {
    var file = socket.file;
    if (file == null) {
      return; // its opening was refused
    }
    var redacted = secrecy.redactor().redact(raw);
    drift.add(raw.sender(), raw.text(), redacted.text(), file.name());
    try {
      file.write(redacted);
    } catch (SecretFoundException e) {
      refuse(e);
    }
    seen = look();
  }

  void write(SocketRecorder place, RecordedSocket socket, OriginRewriting names)
      throws IOException {
    open(place, socket.after(), names.request(socket.upgrade()));
    for (var frame : socket.frames()) {
      write(place, new RecordedFrame(frame.after(), frame.sender(), names.text(frame.text())));
    }
    var end = socket.end();
    if (end != null) {
      end(place, end);
    }
  }

  void end(SocketRecorder socket, RecordedEnd end) throws IOException {
    var file = socket.file;
    if (file != null) {
      file.write(secrecy.redactor().redact(end));
      socket.file = null;
    }
  }

  /** The last of its work: the drift report, and a last look at all that was written. */
  void conclude() throws IOException {
    try {
      writer.drift(drift.report(contract.documentVersion()).json());
    } catch (SecretFoundException e) {
      refuse(e);
    }
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        lookAgain(file);
      }
    }
    seen = look();
  }

  /** A secret may have become known only after it was written in another disguise. */
  private void lookAgain(Path file) throws IOException {
    if (file.endsWith(RecordingWriter.LOCK)) {
      return;
    }
    try {
      var name = folder.relativize(file).toString().replace('\\', '/');
      secrecy.check(name, Files.readAllBytes(file));
    } catch (SecretFoundException e) {
      Files.delete(file);
      refuse(e);
    }
  }

  /**
   * A message that we stumble over is left out, and told without its words: the message of the
   * failure may quote what was not redacted yet.
   */
  void leaveOut(RuntimeException bug) {
    var place = bug.getStackTrace().length == 0 ? "" : " at " + bug.getStackTrace()[0];
    var text =
        "A message could not be recorded: %s%s. This is a bug of fake-beeper; please report it with this line."
            .formatted(bug.getClass().getName(), place);
    LOG.error(text);
    refused.add(text);
    seen = look();
  }

  void fail(Exception cause) {
    failure =
        "The recording into %s ended: %s. What was written before is whole; make room or mend the folder, then record with --continue."
            .formatted(folder, cause);
  }

  String failure() {
    return failure;
  }

  void close() {
    try {
      writer.close();
    } catch (IOException e) {
      if (failure.isEmpty()) {
        fail(e);
        LOG.error(failure);
      }
    }
  }

  RecordingStatus status(Going going) {
    var now = seen;
    return new RecordingStatus(
        failure.isEmpty() ? going.state() : State.FAILED,
        going.elapsed(),
        now.counts(),
        going.waiting(),
        going.unanswered(),
        now.notes(),
        now.refused(),
        failure,
        secrecy.redactor().report(),
        now.drift());
  }
}
