package dev.fakebeeper.contract;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client has exercised of {@link Coverables}, in a bit for each. Not safe for use by many
 * threads.
 */
public final class Hits {
  private final BitSet marked = new BitSet();
  private final Map<String, Long> calls = new HashMap<>();

  /** Where each fragment was looked through last; most pages show fragments that were shown. */
  private final Map<JsonFragment, Object> seen = new WeakHashMap<>();

  void mark(@Nullable Integer index) {
    if (index != null) {
      marked.set(index);
    }
  }

  void call(String operationId) {
    calls.merge(operationId, 1L, Long::sum);
  }

  /** Whether a fragment must be looked through by a probe; once only. */
  boolean isNew(JsonFragment fragment, Object probe) {
    return seen.put(fragment, probe) != probe;
  }

  /** Whether the coverable at an index of {@link Coverables#all()} was exercised. */
  public boolean has(int index) {
    return marked.get(index);
  }

  /** How often an operation was called. */
  public long calls(String operationId) {
    return calls.getOrDefault(operationId, 0L);
  }

  /** Takes over all that others have. */
  public void add(Hits others) {
    marked.or(others.marked);
    others.calls.forEach((id, count) -> calls.merge(id, count, Long::sum));
  }
}
