package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The newest requests that the engine saw, for {@code verify} and near misses. WireMock's own store
 * keeps all of them, or counts all at every request. Thread-safe.
 */
final class RequestRing implements RequestJournalStore {
  static final int MAX_REQUESTS = 1_000;
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private final Map<UUID, ServeEvent> byId = new LinkedHashMap<>();
  private long bytes;

  @Override
  public synchronized void add(ServeEvent event) {
    byId.put(event.getId(), event);
    bytes += weight(event);
    while (byId.size() > MAX_REQUESTS || (bytes > MAX_BYTES && byId.size() > 1)) {
      removeLast();
    }
  }

  private static long weight(ServeEvent event) {
    var request = event.getRequest().getBody();
    var response = event.getResponse() == null ? null : event.getResponse().getBody();
    return (request == null ? 0L : request.length) + (response == null ? 0L : response.length);
  }

  /** The newest first, as WireMock wants it. */
  @Override
  public synchronized Stream<ServeEvent> getAll() {
    List<ServeEvent> all = new ArrayList<>(byId.values());
    Collections.reverse(all);
    return all.stream();
  }

  /** The last in that order is the oldest. */
  @Override
  public synchronized void removeLast() {
    var oldest = byId.keySet().iterator();
    if (oldest.hasNext()) {
      remove(oldest.next());
    }
  }

  @Override
  public Stream<UUID> getAllKeys() {
    return getAll().map(ServeEvent::getId);
  }

  @Override
  public synchronized Optional<ServeEvent> get(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A request whose answer is complete; nothing if it has left already. */
  @Override
  public synchronized void put(UUID id, ServeEvent event) {
    var before = byId.replace(id, event);
    if (before != null) {
      bytes += weight(event) - weight(before);
    }
  }

  @Override
  public synchronized void remove(UUID id) {
    var gone = byId.remove(id);
    if (gone != null) {
      bytes -= weight(gone);
    }
  }

  @Override
  public synchronized void clear() {
    byId.clear();
    bytes = 0;
  }
}
