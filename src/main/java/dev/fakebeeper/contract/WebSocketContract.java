package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The WebSocket of a contract ({@code x-fake-websocket}): its upgrade, told as an operation, and
 * what its frames must look like. Immutable and safe for use by many threads.
 */
public final class WebSocketContract {
  private static final Site FRAME = new Site(Violation.Where.RESPONSE_BODY, "");
  private static final Site COMMAND = new Site(Violation.Where.REQUEST_BODY, "");
  private static final String TYPE = "/type";
  private static final String MESSAGE_UPSERTED = "message.upserted";

  private final Place place;
  private final Operation upgrade;
  private final Map<String, SchemaRule> events = new HashMap<>();
  private final Map<String, SchemaRule> commands = new HashMap<>();
  private final SchemaRule message;
  private final CompiledSchemas schemas;

  private WebSocketContract(Place place, Document document, CompiledSchemas schemas) {
    this.place = place;
    this.schemas = schemas;
    upgrade =
        new Operation(
            "webSocket",
            "GET",
            place.text("path"),
            "WebSocket",
            Operation.Security.BEARER,
            Operation.Scope.READ,
            place.text("x-fake-since"),
            Operation.Evidence.OBSERVED,
            "");
    for (var event : place.child("events").children()) {
      events.put(event.name(), schemas.response(event));
    }
    for (var command : place.child("commands").children()) {
      commands.put(command.name(), schemas.request(command));
    }
    message = schemas.response(document.at("/components/schemas/Message"));
  }

  /** The WebSocket of a document, nothing if it has none or the version is older. */
  static Optional<WebSocketContract> of(
      Document document, ApiVersion version, CompiledSchemas schemas) {
    var place = document.at("/x-fake-websocket");
    return place.exists() && Since.isIn(place.node(), version)
        ? Optional.of(new WebSocketContract(place, document, schemas))
        : Optional.empty();
  }

  /** The upgrade request as an operation that wants a token; it is in no list of operations. */
  public Operation upgrade() {
    return upgrade;
  }

  /**
   * Holds a frame of the server against the schema of its type, and the messages in it against
   * theirs. Empty when it keeps the contract; a type that the contract does not name breaks it.
   */
  public List<Violation> checkServerFrame(String type, String text) {
    var rule = events.get(type);
    if (rule == null) {
      return List.of(unknown(type, FRAME, "events", events));
    }
    var frame = Json.parse(text.getBytes(StandardCharsets.UTF_8));
    var violations = new ArrayList<>(rule.violations(frame, FRAME));
    if (type.equals(MESSAGE_UPSERTED)) {
      violations.addAll(ofEntries(frame.path("entries")));
    }
    return violations;
  }

  private Violation unknown(String type, Site site, String list, Map<String, SchemaRule> known) {
    return site.violation(
        Kind.ENUM, "one of " + known.keySet().stream().sorted().toList(), type, place.child(list));
  }

  /**
   * How a frame of the real application differs from the schema of its type, members that the
   * contract does not name included.
   */
  public List<Difference> differencesOfEvent(String text) {
    return differences(text, FRAME, "events", events);
  }

  /** How a frame of a client differs from the schema of its command. */
  public List<Difference> differencesOfCommand(String text) {
    return differences(text, COMMAND, "commands", commands);
  }

  private List<Difference> differences(
      String text, Site site, String list, Map<String, SchemaRule> known) {
    JsonNode frame;
    try {
      frame = Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      var problem = e.getOriginalMessage();
      var broken = site.violation(Kind.MALFORMED, "one JSON value", problem, place.child(list));
      return List.of(new Difference(broken, ""));
    }
    var type = frame.path("type").asText();
    var rule = known.get(type);
    if (rule == null) {
      return List.of(new Difference(unknown(type, site, list, known), TYPE));
    }
    var all = new ArrayList<>(Differences.of(rule, frame, site));
    for (var i = 0; type.equals(MESSAGE_UPSERTED) && i < frame.path("entries").size(); i++) {
      var entry = site.at("/entries/" + i);
      all.addAll(Differences.of(message, frame.path("entries").get(i), entry));
    }
    return all;
  }

  /**
   * Changes a frame of the server as a wish says, by the schema of its type, and the messages in it
   * by theirs.
   *
   * @param type the type of the frame before the change
   * @return the frame with what was changed; the very same text when nothing in it can be varied
   *     so, or the contract does not name the type
   */
  public Rewritten<String> vary(String type, String text, VariationWish wish) {
    var rule = events.get(type);
    if (rule == null) {
      return new Rewritten<>(text, List.of(), wish.sortedMembers());
    }
    var frame = Json.parse(text.getBytes(StandardCharsets.UTF_8));
    var further = new HashMap<String, SchemaRule>();
    for (var i = 0; type.equals(MESSAGE_UPSERTED) && i < frame.path("entries").size(); i++) {
      further.put("/entries/" + i, message);
    }
    return JsonBody.rewritten(
        text, Variations.apply(new Subject(frame, rule, further, schemas), wish));
  }

  /** Finds what the frames of a socket exercise. */
  SocketProbe probe(CoverageBuilding building) {
    return new SocketProbe(place, upgrade.id(), building);
  }

  private List<Violation> ofEntries(JsonNode entries) {
    var violations = new ArrayList<Violation>();
    for (var i = 0; i < entries.size(); i++) {
      violations.addAll(message.violations(entries.get(i), FRAME.at("/entries/" + i)));
    }
    return violations;
  }
}
