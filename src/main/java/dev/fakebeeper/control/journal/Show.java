package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** How values stand in texts for people: in quotes, shortened, and without secrets. */
final class Show {
  private static final int MAX_LENGTH = 60;

  private Show() {}

  static String quoted(String text) {
    return shortened(TextNode.valueOf(text).toString());
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 3)) + "...";
  }

  /** The values under a name, masked if such a name has secrets. */
  static String secret(Look look, String name, List<String> values) {
    return values.stream()
        .map(value -> quoted(look.redaction().value(name, value)))
        .collect(Collectors.joining(", "));
  }

  /** What a path leads to, secrets masked. */
  static String found(Look look, JsonPaths path) {
    return path.read(look.safeBody()).stream()
        .map(value -> shortened(value.toString()))
        .collect(Collectors.joining(", "));
  }

  static String violations(Exchange exchange) {
    return exchange.violations().stream().map(Violation::pointer).collect(Collectors.joining(", "));
  }

  /** What the developer was told of an exchange, without secrets of the exchange. */
  static String told(Exchange exchange, Diagnosis diagnosis) {
    var safe = EntryJson.of(exchange, new Redaction(exchange, secret -> "<secret>"));
    var text = safe.at("/diagnosis/text").asText();
    return new Diagnosis(diagnosis.code(), diagnosis.blame(), text).line();
  }

  /** An entry in one line. */
  static String line(Entry entry) {
    if (entry instanceof Exchange exchange) {
      return "#%d %s %s -> %d"
          .formatted(
              exchange.number(),
              exchange.request().method(),
              exchange.request().rawPath(),
              exchange.response().status());
    }
    if (entry instanceof Incident incident) {
      return "#%d %s: %s".formatted(incident.number(), incident.source(), incident.text());
    }
    var event = (SocketEvent) entry;
    return "#%d %s %s %s"
        .formatted(event.number(), event.socket(), event.kind(), event.type())
        .strip();
  }
}
