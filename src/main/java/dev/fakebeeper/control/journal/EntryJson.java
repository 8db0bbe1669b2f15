package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry as a JSON object; what is absent is left out. */
final class EntryJson {
  private EntryJson() {}

  static ObjectNode of(Entry entry, Redaction redaction) {
    var json =
        object()
            .put("type", type(entry))
            .put("number", entry.number())
            .put("at", entry.at().toString())
            .put("world", entry.world());
    if (entry instanceof Exchange exchange) {
      return addExchange(json, exchange, redaction);
    }
    return entry instanceof SocketEvent event
        ? addEvent(json, event, redaction)
        : addIncident(json, (Incident) entry, redaction);
  }

  private static String type(Entry entry) {
    if (entry instanceof Exchange) {
      return "exchange";
    }
    return entry instanceof SocketEvent ? "event" : "incident";
  }

  private static ObjectNode addIncident(ObjectNode json, Incident incident, Redaction redaction) {
    return json.put("source", incident.source()).put("text", redaction.text(incident.text()));
  }

  private static ObjectNode addExchange(ObjectNode json, Exchange exchange, Redaction redaction) {
    var request = exchange.request();
    putIfThere(json, "operation", exchange.operationId());
    json.put("method", request.method()).put("path", request.rawPath());
    if (request.rawQuery() != null) {
      json.put("query", redaction.pairs(request.rawQuery()));
    }
    var asked = json.putObject("request");
    asked.set("headers", headers(request.headers().asMap(), redaction));
    BodyJson.of(exchange, redaction).ifPresent(body -> asked.set("body", body));
    var response = exchange.response();
    var answer = json.putObject("response").put("status", response.status());
    answer.set("headers", headers(response.headers().asMap(), redaction));
    BodyJson.of(response.body(), redaction).ifPresent(body -> answer.set("body", body));
    if (exchange.sent() != Sent.WHOLE) {
      json.put("sent", exchange.sent().word());
    }
    json.put("origin", exchange.origin().word());
    json.set("violations", violations(exchange.violations(), redaction));
    json.set("warnings", violations(exchange.warnings(), redaction));
    addDiagnosis(json, exchange.diagnosis(), redaction);
    putIfThere(json, "fault", exchange.fault());
    putIfThere(json, "retry", exchange.retry());
    return json.put("durationMillis", millis(exchange));
  }

  static BigDecimal millis(Exchange exchange) {
    return BigDecimal.valueOf(exchange.duration().toNanos())
        .movePointLeft(6)
        .setScale(3, RoundingMode.HALF_UP);
  }

  /** The header of an answer that repeats its diagnosis says no more than the diagnosis does. */
  private static ObjectNode headers(Map<String, List<String>> headers, Redaction redaction) {
    var json = object();
    headers.forEach(
        (name, values) -> {
          if (!name.equals(Diagnosis.HEADER)) {
            var array = json.putArray(name);
            values.forEach(value -> array.add(redaction.value(name, value)));
          }
        });
    return json;
  }

  private static ArrayNode violations(List<Violation> violations, Redaction redaction) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var found : violations) {
      var violation = redaction.violation(found);
      array
          .addObject()
          .put("kind", violation.kind())
          .put("where", violation.where().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("pointer", violation.pointer())
          .put("expected", violation.expected())
          .put("got", redaction.text(violation.got()))
          .put("document", violation.document())
          .put("line", violation.line())
          .put("fix", violation.fix());
    }
    return array;
  }

  private static void addDiagnosis(
      ObjectNode json, @Nullable Diagnosis diagnosis, Redaction redaction) {
    if (diagnosis != null) {
      json.putObject("diagnosis")
          .put("code", diagnosis.code().text())
          .put("blame", diagnosis.blame().name().toLowerCase(Locale.ROOT))
          .put("text", redaction.text(diagnosis.text()));
    }
  }

  private static ObjectNode addEvent(ObjectNode json, SocketEvent event, Redaction redaction) {
    json.put("socket", event.socket()).put("kind", event.kind().name().toLowerCase(Locale.ROOT));
    putIfThere(json, "frameType", event.type());
    if (event.sequence() > 0) {
      json.put("seq", event.sequence());
    }
    var frame = Frames.tree(event);
    if (frame.isMissingNode()) {
      putIfThere(json, "text", event.text());
    } else {
      json.set("frame", redaction.frame(frame));
    }
    putIfThere(json, "remark", event.remark());
    return json;
  }

  private static void putIfThere(ObjectNode json, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
