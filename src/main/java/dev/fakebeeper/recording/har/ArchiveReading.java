package dev.fakebeeper.recording.har;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.RecordingHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one archive. Used once, by one thread. */
final class ArchiveReading {
  private static final String VERSION_HEADER = "X-Beeper-Desktop-Version";

  private final String source;
  private final List<EntryReading> entries = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();

  ArchiveReading(String source, JsonNode entries) {
    this.source = source;
    for (var i = 0; i < entries.size(); i++) {
      add(entries.get(i), "/log/entries/" + i);
    }
  }

  private void add(JsonNode entry, String place) {
    try {
      entries.add(EntryReading.of(entry, place));
    } catch (MisreadException e) {
      findings.add(source + " " + e.getMessage());
    }
  }

  HarReading read(@Nullable String wanted) {
    var origin = wanted == null ? mostlyCalled() : Origin.plain(wanted);
    var own = entries.stream().filter(entry -> entry.origin().equals(origin)).toList();
    if (own.isEmpty()) {
      throw new RecordingException(
          "%s has no call of the Beeper Desktop API%s: its %d entries are of %s. Give the address that the app had (--origin)."
              .formatted(
                  source,
                  wanted == null ? "" : " at " + wanted,
                  entries.size(),
                  origins().keySet()),
          null);
    }
    var start =
        own.stream().map(EntryReading::startedAt).min(Comparator.naturalOrder()).orElseThrow();
    var recording = recording(own, start);
    return new HarReading(origin, recording, entries.size() - own.size(), findings);
  }

  /** How many calls of the contract each origin has. */
  private Map<String, Integer> origins() {
    var calls = new LinkedHashMap<String, Integer>();
    for (var entry : entries) {
      calls.merge(entry.origin(), isOfTheContract(entry) ? 1 : 0, Integer::sum);
    }
    return calls;
  }

  private static boolean isOfTheContract(EntryReading entry) {
    var contract = Contract.bundled();
    return entry.isSocket()
        || contract.route(entry.method(), entry.path()) instanceof Routing.Found;
  }

  private String mostlyCalled() {
    return origins().entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private Recording recording(List<EntryReading> own, Instant start) {
    var calls = new ArrayList<RecordedCall>();
    var sockets = new ArrayList<RecordedSocket>();
    for (var entry : own) {
      try {
        if (entry.isSocket()) {
          sockets.add(entry.socket(start, findings));
        } else {
          calls.add(entry.call(start, findings));
        }
      } catch (MisreadException e) {
        findings.add(source + " " + e.getMessage());
      }
    }
    calls.sort(Comparator.comparing(RecordedCall::after));
    sockets.sort(Comparator.comparing(RecordedSocket::after));
    return new Recording(new RecordingHead(start, null, version(calls)), calls, sockets);
  }

  private static @Nullable String version(List<RecordedCall> calls) {
    return calls.stream()
        .flatMap(call -> call.answer().headers().first(VERSION_HEADER).stream())
        .findFirst()
        .orElse(null);
  }
}
