package dev.fakebeeper.recording.recorder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.recording.RecordingCounts;
import dev.fakebeeper.recording.drift.Drift.Side;
import dev.fakebeeper.recording.drift.DriftReport;
import dev.fakebeeper.recording.redaction.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * How a recording is going, or how it went. Immutable.
 *
 * @param state whether it goes on
 * @param elapsed since it began, until now or until its end
 * @param counts what is on disk
 * @param waiting messages that are not written yet
 * @param unanswered requests that the application did not answer; they are not recorded
 * @param notes what is not in the recording although it went through, and why; the first ones only
 * @param refused what the last look for secrets kept off the disk: the places, never the values
 * @param failure why the recording ended early, empty when it did not
 * @param redaction what was replaced
 * @param drift how the application differs from the contract so far
 */
public record RecordingStatus(
    State state,
    Duration elapsed,
    RecordingCounts counts,
    int waiting,
    int unanswered,
    List<String> notes,
    List<String> refused,
    String failure,
    Redaction redaction,
    DriftReport drift) {

  /** Whether a recording goes on. */
  public enum State {
    /** Messages are written as they come. */
    RECORDING,
    /** It was ended in good order. */
    STOPPED,
    /** It ended because nothing more could be written; what was written before is whole. */
    FAILED
  }

  /** Copies the lists. */
  public RecordingStatus {
    notes = List.copyOf(notes);
    refused = List.copyOf(refused);
  }

  /** For programs. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("state", state.name().toLowerCase(Locale.ROOT));
    json.put("elapsedMs", elapsed.toMillis());
    json.put("calls", counts.calls());
    json.put("sockets", counts.sockets());
    json.put("frames", counts.frames());
    json.put("waiting", waiting);
    json.put("unanswered", unanswered);
    notes.forEach(json.putArray("notes")::add);
    refused.forEach(json.putArray("refused")::add);
    json.put("failure", failure);
    json.set("redaction", redactionJson());
    json.set("drift", drift.json());
    return json;
  }

  private ObjectNode redactionJson() {
    var json = JsonNodeFactory.instance.objectNode();
    var texts = json.putObject("texts");
    new TreeMap<>(redaction.texts())
        .forEach(
            (kind, count) ->
                texts.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    return json.put("headers", redaction.headers())
        .put("unknown", redaction.unknown())
        .put("bodies", redaction.bodies());
  }

  /** One line for people while it goes on. */
  public String line() {
    return "%d calls, %d sockets, %d frames; %d kinds of drift; %d replaced"
        .formatted(
            counts.calls(),
            counts.sockets(),
            counts.frames(),
            drift.of(Side.APP).size(),
            replaced());
  }

  /** How many values were replaced in all. */
  public long replaced() {
    long texts = redaction.texts().values().stream().mapToLong(Long::longValue).sum();
    return texts + redaction.headers() + redaction.unknown() + redaction.bodies();
  }
}
