package dev.fakebeeper.recording.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A report for programs. */
final class DriftJson {
  private static final int VERSION = 1;

  private DriftJson() {}

  static ObjectNode of(DriftReport report) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("fakeBeeperDrift", VERSION);
    json.put("contractVersion", report.contractVersion());
    json.put("recordedVersion", report.recordedVersion());
    json.put("calls", report.calls());
    json.put("frames", report.frames());
    var seen = json.putObject("seen");
    report.seen().forEach(seen::put);
    report.unseen().forEach(json.putArray("unseen")::add);
    var drifts = json.putArray("drifts");
    report.drifts().forEach(drift -> drifts.add(of(drift)));
    return json.put("more", report.more());
  }

  private static ObjectNode of(Drift drift) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("side", drift.side().name().toLowerCase(Locale.ROOT))
        .put("operation", drift.operation())
        .put("part", drift.part())
        .put("kind", drift.kind().word())
        .put("place", drift.place())
        .put("expected", drift.expected())
        .put("got", drift.got())
        .put("rule", drift.rule())
        .put("count", drift.count())
        .put("example", drift.example());
  }
}
