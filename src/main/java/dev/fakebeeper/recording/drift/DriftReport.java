package dev.fakebeeper.recording.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.recording.drift.Drift.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an application differs from the contract, as far as a recording shows. Immutable.
 *
 * @param contractVersion of the contract that the messages were held against
 * @param recordedVersion of the contract that the recorder knew, null when it is not told
 * @param seen how often each operation was called that was called at all, in the contract's order
 * @param unseen the operations that were not called, in the contract's order
 * @param frames how many frames of sockets were checked
 * @param drifts each difference once, those of the application first, in the order in which they
 *     were seen first
 * @param more how many further kinds of differences there are, beyond those that are told
 */
public record DriftReport(
    String contractVersion,
    @Nullable String recordedVersion,
    Map<String, Integer> seen,
    List<String> unseen,
    int frames,
    List<Drift> drifts,
    int more) {

  /** Copies what it is given. */
  public DriftReport {
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
    unseen = List.copyOf(unseen);
    drifts = List.copyOf(drifts);
  }

  /** Whether the application differs at all; what clients do wrong does not count. */
  public boolean hasDrift() {
    return drifts.stream().anyMatch(drift -> drift.side() == Side.APP);
  }

  /** The differences of one side. */
  public List<Drift> of(Side side) {
    return drifts.stream().filter(drift -> drift.side() == side).toList();
  }

  /** How many calls of known operations were checked. */
  public int calls() {
    return seen.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** For people, in lines. */
  public String text() {
    return DriftText.of(this);
  }

  /** For programs. */
  public ObjectNode json() {
    return DriftJson.of(this);
  }

  /** For CI servers: a suite for each operation, in which each difference has failed. */
  public String junitXml() {
    return DriftJUnit.of(this);
  }
}
