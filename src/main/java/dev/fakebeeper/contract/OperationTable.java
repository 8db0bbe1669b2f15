package dev.fakebeeper.contract;

import dev.fakebeeper.contract.Operation.Evidence;
import dev.fakebeeper.contract.Operation.Scope;
import dev.fakebeeper.contract.Operation.Security;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the operations of a document that a version already has.
 *
 * <p>They are read from the raw tree and not from swagger-parser's model: the model costs a second
 * at a cold start, which every CI job would pay, and these members are plain. A test holds this
 * table against swagger-parser's, and the loader runs that parser over the documents of users.
 */
final class OperationTable {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ApiVersion version;
  private final Map<String, OperationPlace> byId = new LinkedHashMap<>();
  private final Set<String> forms = new HashSet<>();

  private OperationTable(ApiVersion version) {
    this.version = version;
  }

  /** The operations by operationId in document order. */
  static Map<String, OperationPlace> of(Document document, ApiVersion version) {
    var table = new OperationTable(version);
    for (var path : document.at("/paths").children()) {
      if (path.name().startsWith("/")) {
        table.addPath(path.name(), path.follow());
      } else if (!path.name().startsWith("x-")) {
        throw path.failure("is a path that does not start with /", "Start it with /.");
      }
    }
    return table.byId;
  }

  private void addPath(String path, Place item) {
    for (var segment : path.split("/", -1)) {
      if (segment.indexOf('{') >= 0 && !Router.isTemplated(segment)) {
        throw item.failure(
            "has the segment %s, which is only partly a parameter".formatted(segment),
            "Make a parameter a whole segment.");
      }
    }
    for (var member : item.children()) {
      if (isMethod(member.name()) && Since.isIn(member.node(), version)) {
        add(path, item, member);
      }
    }
  }

  /** Whether a member of a path item is an operation. */
  static boolean isMethod(String member) {
    return METHODS.contains(member);
  }

  private void add(String path, Place item, Place place) {
    var operation = operation(path, place);
    var earlier =
        byId.put(operation.id(), new OperationPlace(operation, place, parameters(item, place)));
    var form = operation.method() + " " + path.replaceAll("\\{[^/]*\\}", "{}");
    if (!forms.add(form)) {
      throw place.failure(
          "matches the same requests as an earlier path", "Keep one of the two: " + form + ".");
    }
    if (earlier != null) {
      throw place.failure(
          "has the operationId %s of %s".formatted(operation.id(), earlier.operation().path()),
          "Give each operation its own.");
    }
  }

  private Operation operation(String path, Place place) {
    var method = place.name().toUpperCase(Locale.ROOT);
    var id = place.text("operationId");
    return new Operation(
        id.isEmpty() ? method + " " + path : id,
        method,
        path,
        place.node().path("tags").path(0).asText(""),
        security(place),
        word(place, "x-fake-scope", Scope.class, Scope.NONE),
        place.text("x-fake-since"),
        word(place, "x-fake-evidence", Evidence.class, Evidence.ASSUMED),
        place.text("x-fake-sdk"));
  }

  private static Security security(Place operation) {
    var own = operation.child("security");
    var wanted = own.exists() ? own : operation.document().at("/security");
    if (wanted.node().isEmpty()) {
      return Security.OPEN;
    }
    boolean mayBeAbsent = wanted.children().stream().anyMatch(choice -> choice.node().isEmpty());
    return mayBeAbsent ? Security.OPTIONAL : Security.BEARER;
  }

  private static <E extends Enum<E>> E word(Place place, String member, Class<E> type, E absent) {
    var text = place.text(member);
    if (text.isEmpty()) {
      return absent;
    }
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw place
        .child(member)
        .failure(
            "is %s".formatted(text),
            "It must be one of %s.".formatted(List.of(type.getEnumConstants())));
  }

  /** The parameters of a path item hold for each of its operations, unless one has its own. */
  private List<Place> parameters(Place item, Place operation) {
    var byKey = new LinkedHashMap<String, Place>();
    for (var owner : List.of(item, operation)) {
      for (var entry : owner.child("parameters").children()) {
        var parameter = entry.follow();
        if (Since.isIn(entry.node(), version) && Since.isIn(parameter.node(), version)) {
          byKey.put(parameter.text("in") + " " + parameter.text("name"), parameter);
        }
      }
    }
    return new ArrayList<>(byKey.values());
  }
}
