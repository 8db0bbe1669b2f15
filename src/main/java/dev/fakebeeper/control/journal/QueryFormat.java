package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.LiteralJson;
import dev.fakebeeper.control.source.OneOf;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads questions to a journal: {@code requests} or {@code events}, with the criteria that must
 * hold.
 */
public final class QueryFormat {
  private static final Choice<Origin> ORIGIN = Choice.of(Origin.values(), Origin::word);
  private static final Choice<SocketEvent.Kind> KIND =
      Choice.of(SocketEvent.Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));
  private static final Choice<DiagnosisCode> CODE =
      Choice.of(DiagnosisCode.values(), DiagnosisCode::text);

  private static final Map<String, Function<SourceNode, EntryQuery>> QUESTIONS = questions();

  private QueryFormat() {}

  private static Map<String, Function<SourceNode, EntryQuery>> questions() {
    var readers = new LinkedHashMap<String, Function<SourceNode, EntryQuery>>();
    readers.put("requests", QueryFormat::requests);
    readers.put("events", QueryFormat::events);
    return readers;
  }

  /**
   * Reads the one member that is a question.
   *
   * @throws SourceException when there is none, or more than one
   */
  public static EntryQuery read(Fields fields) {
    return new OneOf<>(QUESTIONS, "Ask for any request with \"requests\": {}").read(fields);
  }

  /** Applies a criterion for a member, if it is there. */
  private static <Q, T> Q and(
      Q query, Fields fields, String name, Function<SourceNode, T> reader, Adding<Q, T> adding) {
    var node = fields.find(name);
    if (node == null) {
      return query;
    }
    var value = reader.apply(node);
    return ExpectationFormat.made(node, () -> adding.with(query, value));
  }

  /** Makes a question with one more criterion. */
  @FunctionalInterface
  private interface Adding<Q, T> {
    Q with(Q query, T value);
  }

  private static Requests requests(SourceNode node) {
    var fields = node.asFields("A question about requests");
    var query = what(Verify.requests(), fields);
    query = answered(query, fields);
    query = span(query, fields, Requests::between);
    fields.done();
    return query;
  }

  private static Requests what(Requests all, Fields fields) {
    var query = and(all, fields, "operation", SourceNode::asText, Requests::operation);
    query = and(query, fields, "tag", SourceNode::asText, Requests::tagged);
    query = and(query, fields, "method", SourceNode::asText, Requests::method);
    query = and(query, fields, "path", SourceNode::asText, Requests::path);
    query = and(query, fields, "chatID", SourceNode::asText, Requests::inChat);
    query = and(query, fields, "accountID", SourceNode::asText, Requests::onAccount);
    query = and(query, fields, "retry", SourceNode::asCount, Requests::retry);
    query = and(query, fields, "containing", SourceNode::asText, Requests::containing);
    for (var one : fields.map("query", SourceNode::asText).entrySet()) {
      query = query.withQuery(one.getKey(), one.getValue());
    }
    for (var one : fields.map("headers", SourceNode::asText).entrySet()) {
      query = query.withHeader(one.getKey(), one.getValue());
    }
    var body = fields.find("body");
    return body == null ? query : withPaths(query, body, Requests::withBody, Requests::withBody);
  }

  private static Requests answered(Requests what, Fields fields) {
    var query = and(what, fields, "status", SourceNode::asCount, Requests::status);
    query = and(query, fields, "statusClass", SourceNode::asCount, Requests::statusClass);
    query = and(query, fields, "origin", ORIGIN::read, Requests::origin);
    query = and(query, fields, "diagnosis", CODE::read, Requests::diagnosed);
    query = and(query, fields, "fault", SourceNode::asText, Requests::fault);
    return fields.flag("violations") ? query.withViolations() : query;
  }

  private static Events events(SourceNode node) {
    var fields = node.asFields("A question about events");
    var query = and(Verify.events(), fields, "frameType", SourceNode::asText, Events::type);
    query = and(query, fields, "kind", KIND::read, Events::kind);
    query = and(query, fields, "socket", SourceNode::asText, Events::socket);
    query = and(query, fields, "chatID", SourceNode::asText, Events::inChat);
    query = and(query, fields, "containing", SourceNode::asText, Events::containing);
    var frame = fields.find("frame");
    if (frame != null) {
      query = withPaths(query, frame, Events::withFrame, Events::withFrame);
    }
    query = span(query, fields, Events::between);
    fields.done();
    return query;
  }

  /** A path to a value, for each member; {@code {"exists": true}} for any value at all. */
  private static <Q> Q withPaths(
      Q query, SourceNode node, WithValue<Q> withValue, Adding<Q, String> exists) {
    var result = query;
    for (var one : node.asMap(value -> value).entrySet()) {
      var before = result;
      result =
          ExpectationFormat.made(
              one.getValue(),
              () ->
                  isExistence(one.getValue())
                      ? exists.with(before, one.getKey())
                      : withValue.with(before, one.getKey(), LiteralJson.of(one.getValue())));
    }
    return result;
  }

  private static boolean isExistence(SourceNode node) {
    return node instanceof SourceNode.Members members
        && members.byName().size() == 1
        && members.byName().containsKey("exists")
        && members.byName().get("exists").value().asFlag();
  }

  /** Makes a question with a path that must lead to a value. */
  @FunctionalInterface
  private interface WithValue<Q> {
    Q with(Q query, String path, JsonNode value);
  }

  /** Makes a question with a span of time. */
  @FunctionalInterface
  private interface InSpan<Q> {
    Q with(Q query, Instant from, Instant to);
  }

  private static <Q> Q span(Q query, Fields fields, InSpan<Q> between) {
    var from = fields.or("from", QueryFormat::instant, Instant.MIN);
    var to = fields.or("to", QueryFormat::instant, Instant.MAX);
    return from.equals(Instant.MIN) && to.equals(Instant.MAX)
        ? query
        : between.with(query, from, to);
  }

  private static Instant instant(SourceNode node) {
    try {
      return OffsetDateTime.parse(node.asText()).toInstant();
    } catch (DateTimeException e) {
      throw node.mistake(
          "\"" + node.asText() + "\" is no instant",
          "It is in ISO 8601 with a zone",
          "Write 2026-06-15T09:30:00Z");
    }
  }
}
