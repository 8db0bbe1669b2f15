package dev.fakebeeper.recording.drift;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.recording.drift.Drift.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what is the same in several messages. For one thread. */
final class DriftTally {
  /**
   * Of each side: an app that answers something else altogether would fill the memory with
   * differences, and a client that tries many paths must not leave no room for those of the app.
   */
  private static final int MOST = 1_000;

  private final Contract contract;
  private final Map<Key, Drift> drifts = new LinkedHashMap<>();
  private final Set<Key> inThisMessage = new HashSet<>();
  private final Map<Side, Integer> kept = new EnumMap<>(Side.class);
  private final Map<String, Integer> calls = new HashMap<>();
  private int frames;
  private int more;

  DriftTally(Contract contract) {
    this.contract = contract;
  }

  /** What makes two differences the same. The value counts only where it is what differs. */
  private record Key(
      Side side, String operation, String part, DriftKind kind, String place, String value) {
    static Key of(Drift drift) {
      boolean isValue =
          drift.kind() == DriftKind.UNKNOWN_VALUE || drift.kind() == DriftKind.UNKNOWN_FRAME;
      return new Key(
          drift.side(),
          drift.operation(),
          drift.part(),
          drift.kind(),
          drift.place(),
          isValue ? drift.got() : "");
    }
  }

  void count(Operation operation) {
    calls.merge(operation.id(), 1, Integer::sum);
  }

  void countFrame() {
    frames++;
  }

  /** The differences that follow are of another message. */
  void begin() {
    inThisMessage.clear();
  }

  void add(Drift drift) {
    var key = Key.of(drift);
    var known = drifts.get(key);
    if (known == null && kept.getOrDefault(drift.side(), 0) == MOST) {
      more++;
    } else if (known == null) {
      drifts.put(key, drift);
      kept.merge(drift.side(), 1, Integer::sum);
    } else if (!inThisMessage.contains(key)) {
      drifts.put(key, known.seenAgain());
    }
    inThisMessage.add(key);
  }

  DriftReport report(@Nullable String recordedVersion) {
    var seen = new LinkedHashMap<String, Integer>();
    var unseen = new ArrayList<String>();
    for (var operation : contract.operations()) {
      var count = calls.get(operation.id());
      if (count == null) {
        unseen.add(operation.id());
      } else {
        seen.put(operation.id(), count);
      }
    }
    var inOrder = new ArrayList<>(drifts.values());
    inOrder.sort(Comparator.comparing(Drift::side)); // stable: first seen, first told
    return new DriftReport(
        contract.documentVersion(),
        recordedVersion,
        seen,
        unseen,
        frames,
        List.copyOf(inOrder),
        more);
  }
}
