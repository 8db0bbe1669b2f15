package dev.fakebeeper.recording.nearest;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.RecordingReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what of a recording comes nearest to a request. Immutable, safe for many threads. */
public final class NearestRequest {
  private static final int OTHER_OPERATION = 100;

  /** More differences than these help nobody. */
  private static final int SHOWN = 8;

  private final Contract contract;
  private final List<Candidate> candidates;

  private record Candidate(String file, KnownRequest request, Optional<String> operation) {}

  private record Near(Candidate candidate, List<Difference> differences, int distance) {}

  private NearestRequest(Contract contract, List<Candidate> candidates) {
    this.contract = contract;
    this.candidates = candidates;
  }

  /** Over all calls of a recording; of calls that ask the same, over the first. */
  public static NearestRequest in(RecordingReading reading, Contract contract) {
    var seen = new LinkedHashSet<KnownRequest>();
    var candidates = new ArrayList<Candidate>();
    var calls = reading.recording().calls();
    for (int i = 0; i < calls.size(); i++) {
      var request = KnownRequest.of(calls.get(i).request());
      if (seen.add(request)) {
        var operation = operation(contract, calls.get(i).request());
        candidates.add(new Candidate(reading.files().get(i), request, operation));
      }
    }
    return new NearestRequest(contract, List.copyOf(candidates));
  }

  private static Optional<String> operation(Contract contract, ApiRequest request) {
    return contract.route(request.method(), request.rawPath()) instanceof Routing.Found found
        ? Optional.of(found.operation().id())
        : Optional.empty();
  }

  /**
   * Why a recording has no answer to a request, in lines for people: the request, the nearest
   * recorded one with its file, and what differs, values shortened and without secrets.
   */
  public String explain(ApiRequest request) {
    var asked = KnownRequest.of(request);
    var lines = new ArrayList<String>();
    var nearest = nearest(asked, operation(contract, request));
    if (nearest.isEmpty()) {
      return asked.line()
          + " is not in the recording, which has no request of its own to compare it with. Record the call, or write a mapping for it.";
    }
    var near = nearest.get();
    lines.add(asked.line() + " is not in the recording. The nearest is");
    lines.add("  " + near.candidate().request().line() + " (" + near.candidate().file() + ")");
    near.differences().stream().limit(SHOWN).forEach(one -> lines.add("    " + one));
    if (near.differences().size() > SHOWN) {
      lines.add("    and %d more".formatted(near.differences().size() - SHOWN));
    }
    lines.add(advice(near));
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static String advice(Near near) {
    return near.differences().isEmpty()
        ? "It asks the same, but its mapping does not match now: look at its headers and its stub scenario."
        : "Ask as it was recorded, record the call anew, or write a mapping for it.";
  }

  private Optional<Near> nearest(KnownRequest asked, Optional<String> operation) {
    return candidates.stream()
        .map(candidate -> near(candidate, asked, operation))
        .min(Comparator.comparingInt(Near::distance));
  }

  private static Near near(Candidate candidate, KnownRequest asked, Optional<String> operation) {
    var differences = Comparison.of(candidate.request(), asked);
    int distance = differences.stream().mapToInt(Difference::weight).sum();
    boolean same = operation.isPresent() && operation.equals(candidate.operation());
    return new Near(candidate, differences, distance + (same ? 0 : OTHER_OPERATION));
  }
}
