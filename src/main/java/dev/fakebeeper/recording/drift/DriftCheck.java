package dev.fakebeeper.recording.drift;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Difference;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Violation.Where;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.RecordingReading;
import dev.fakebeeper.recording.drift.Drift.Side;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was recorded against the contract, message by message. What is the same in every
 * message is told once, with a count. Keeps a bounded number of differences. For one thread at a
 * time.
 */
public final class DriftCheck {
  private static final String SOCKET = "webSocket";

  /** A word of a path that names a thing of the API, and not somebody's thing. */
  private static final String PATH_WORD = "\\.?[A-Za-z_]+[A-Za-z_-]*\\d?";

  private final Contract contract;
  private final DriftTally tally;

  /** A check against a contract that has seen nothing yet. */
  public DriftCheck(Contract contract) {
    this.contract = contract;
    this.tally = new DriftTally(contract);
  }

  /** The check of a whole recording. */
  public static DriftReport of(RecordingReading reading, Contract contract) {
    var check = new DriftCheck(contract);
    var recording = reading.recording();
    for (int i = 0; i < recording.calls().size(); i++) {
      var call = recording.calls().get(i);
      check.add(call, reading.files().get(i));
    }
    for (int i = 0; i < recording.sockets().size(); i++) {
      var file = reading.socketFiles().get(i);
      for (var frame : recording.sockets().get(i).frames()) {
        check.add(frame.sender(), frame.text(), frame.text(), file);
      }
    }
    return check.report(recording.head().contractVersion());
  }

  /** Takes one call in that holds nothing to hide. */
  public @Nullable Operation add(RecordedCall call, String file) {
    return add(call, call, file);
  }

  /**
   * Takes one call in.
   *
   * @param call as it was
   * @param redacted the same call as it is kept: all that is quoted comes from here
   * @param file where it is kept, relative to the recording
   * @return the operation of the call, null when the contract has none
   */
  public @Nullable Operation add(RecordedCall call, RecordedCall redacted, String file) {
    var request = call.request();
    var routing = contract.route(request.method(), request.rawPath());
    if (routing instanceof Routing.Found found) {
      addKnown(found, call, redacted, file);
      return found.operation();
    }
    if (!isAside(request)) {
      addUnknown(call, redacted, file);
    }
    return null;
  }

  /** A question of a browser, or an upgrade that was refused: neither is an operation. */
  private boolean isAside(ApiRequest request) {
    return request.method().equals("OPTIONS")
        || contract
            .webSocket()
            .filter(socket -> socket.upgrade().path().equals(request.rawPath()))
            .isPresent();
  }

  private void addUnknown(RecordedCall call, RecordedCall redacted, String file) {
    int status = call.answer().status();
    boolean appHasIt = status != 404 && status != 405 && status != 0;
    var got = "status " + status;
    var expected = "an operation of the contract";
    tally.begin();
    tally.add(
        new Drift(
            appHasIt ? Side.APP : Side.CLIENT,
            route(redacted.request()),
            appHasIt ? "answer " + status : "request",
            DriftKind.UNKNOWN_ROUTE,
            "",
            expected,
            got,
            "",
            1,
            file));
  }

  /** Method and path, without what names somebody's things. */
  private static String route(ApiRequest request) {
    var path =
        List.of(request.rawPath().split("/", -1)).stream()
            .map(segment -> segment.isEmpty() || segment.matches(PATH_WORD) ? segment : "*")
            .collect(Collectors.joining("/"));
    return request.method() + " " + path;
  }

  private void addKnown(
      Routing.Found found, RecordedCall call, RecordedCall redacted, String file) {
    var operation = found.operation();
    tally.count(operation);
    var asked = Evidence.of(call.request().body(), redacted.request().body(), file);
    var ofRequest = contract.differences(operation, found.pathParameters(), call.request());
    tally.begin();
    ofRequest.forEach(d -> add(d, new Subject(Side.CLIENT, operation.id(), "request", asked)));
    var answer = call.answer();
    if (answer.status() == 0) {
      return; // there was none; that is no difference
    }
    var answered = Evidence.of(answer.body(), redacted.answer().body(), file);
    var part = "answer " + answer.status();
    tally.begin();
    for (var difference : contract.differences(operation, response(answer))) {
      if (isTellable(difference, call)) {
        add(difference, new Subject(Side.APP, operation.id(), part, answered));
      }
    }
  }

  /** The answer to HEAD has no body, whatever the operation declares. */
  private static boolean isTellable(Difference difference, RecordedCall call) {
    return !call.request().method().equals("HEAD")
        || difference.violation().where() != Where.RESPONSE_BODY;
  }

  private static ApiResponse response(RecordedAnswer answer) {
    return new ApiResponse(answer.status(), answer.headers(), body(answer));
  }

  private static Body body(RecordedAnswer answer) {
    var bytes = answer.body();
    if (bytes.length == 0) {
      return new Body.Empty();
    }
    var type = answer.contentType().orElse("");
    var lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("json") || lower.startsWith("text/")
        ? new Body.Text(type, new String(bytes, StandardCharsets.UTF_8))
        : new Body.Stream(type, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * Takes one frame in.
   *
   * @param text as it was
   * @param redacted as it is kept
   * @param file where it is kept, relative to the recording
   */
  public void add(Sender sender, String text, String redacted, String file) {
    var socket = contract.webSocket();
    if (socket.isEmpty()) {
      return;
    }
    tally.countFrame();
    boolean isOfApp = sender == Sender.APP;
    var differences =
        isOfApp ? socket.get().differencesOfEvent(text) : socket.get().differencesOfCommand(text);
    var evidence = Evidence.of(text, redacted, file);
    var type = evidence.redacted().path("type").asText();
    var part = (isOfApp ? "frame " : "command ") + type;
    var side = isOfApp ? Side.APP : Side.CLIENT;
    tally.begin();
    differences.forEach(d -> add(d, new Subject(side, SOCKET, part.strip(), evidence)));
  }

  /** Where a difference was found. */
  private record Subject(Side side, String operation, String part, Evidence evidence) {}

  private void add(Difference difference, Subject subject) {
    var violation = difference.violation();
    var evidence = subject.evidence();
    var kind = kind(difference, subject);
    boolean inBody =
        violation.where() == Where.RESPONSE_BODY || violation.where() == Where.REQUEST_BODY;
    var pattern =
        inBody
            ? evidence.safePattern(difference.pattern(), violation.pointer())
            : difference.pattern();
    tally.add(
        new Drift(
            subject.side(),
            subject.operation(),
            subject.part(),
            kind,
            pattern,
            violation.expected(),
            inBody || kind == DriftKind.MISSING_FIELD || kind.isOfHead()
                ? got(kind, difference, evidence)
                : "",
            violation.line() > 0 ? violation.document() + ":" + violation.line() : "",
            1,
            inBody ? evidence.place(pattern, violation.pointer()) : evidence.file()));
  }

  private static DriftKind kind(Difference difference, Subject subject) {
    boolean isUnknownFrame =
        subject.operation().equals(SOCKET)
            && difference.is("enum")
            && difference.pattern().equals("/type");
    return isUnknownFrame ? DriftKind.UNKNOWN_FRAME : DriftKind.of(difference);
  }

  private static String got(DriftKind kind, Difference difference, Evidence evidence) {
    var violation = difference.violation();
    return switch (kind) {
      case UNDOCUMENTED_STATUS, UNDOCUMENTED_MEDIA_TYPE -> violation.got();
      case MISSING_FIELD -> "nothing";
      case WRONG_TYPE, UNKNOWN_FIELD -> evidence.type(violation.pointer());
      default -> evidence.value(violation.pointer());
    };
  }

  /**
   * What was found until now.
   *
   * @param recordedVersion the version of the contract that the recorder knew, null when unknown
   */
  public DriftReport report(@Nullable String recordedVersion) {
    return tally.report(recordedVersion);
  }
}
