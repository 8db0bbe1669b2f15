package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's OpenAPI document, loaded: what exists, where a request leads, and what a message
 * breaks. Immutable and safe for use by many threads; made once, never per request.
 */
public final class Contract {
  private final Versions versions;
  private final Document document;
  private final ApiVersion version;
  private final Map<String, OperationRules> rules = new HashMap<>();
  private final List<Operation> operations;
  private final Router router;
  private final Set<String> hiddenProperties;
  private volatile byte @Nullable [] published;
  private final Optional<WebSocketContract> webSocket;

  private final CompiledSchemas schemas;

  private Contract(Versions versions, VersionView.Result view, ApiVersion version) {
    this.versions = versions;
    this.version = version;
    document = view.document();
    hiddenProperties = view.hiddenProperties();
    schemas = new CompiledSchemas(document);
    var places = OperationTable.of(document, version);
    places.forEach((id, place) -> rules.put(id, new OperationRules(place, schemas)));
    operations = places.values().stream().map(OperationPlace::operation).toList();
    router = new Router(operations);
    webSocket = WebSocketContract.of(document, version, schemas);
  }

  /** The contracts of one document, by version. */
  private record Versions(Document newest, List<String> notices, Map<ApiVersion, Contract> made) {}

  private static Contract of(Document document, List<String> notices) {
    var versions = new Versions(document, notices, new ConcurrentHashMap<>());
    return versionOf(versions, ApiVersion.latest());
  }

  private static Contract versionOf(Versions versions, ApiVersion version) {
    return versions
        .made()
        .computeIfAbsent(
            version,
            wanted -> new Contract(versions, VersionView.of(versions.newest(), wanted), wanted));
  }

  private static final class Bundled {
    static final Contract CONTRACT = of(DocumentReader.bundled(), List.of());
  }

  /** The contract that comes with the fake, in its newest version; read once in a JVM. */
  public static Contract bundled() {
    return Bundled.CONTRACT;
  }

  /**
   * The contract of another document that comes with the fake; read anew by each call.
   *
   * @param name its file name, such as {@code control-openapi.yaml}
   */
  public static Contract bundled(String name) {
    return of(DocumentReader.bundled(name), List.of());
  }

  /**
   * The contract in a file, YAML or JSON, OpenAPI 3.0 or 3.1.
   *
   * @throws ContractException if the file cannot be read or is not a usable OpenAPI document; the
   *     message names file and line, the fault, and its cure
   */
  public static Contract load(Path file) {
    var loaded = DocumentReader.load(file);
    return of(loaded.document(), loaded.notices());
  }

  /** This contract as an older version had it: newer operations, parameters, properties hidden. */
  public Contract at(ApiVersion wanted) {
    return wanted.equals(version) ? this : versionOf(versions, wanted);
  }

  /** The version this contract shows. */
  public ApiVersion version() {
    return version;
  }

  /**
   * What is odd about the document but was no reason to refuse it, one line each, with file and
   * line number; for the person who starts the fake.
   */
  public List<String> notices() {
    return versions.notices();
  }

  /** Every operation of this version, in document order. */
  public Collection<Operation> operations() {
    return operations;
  }

  /** The operation with an operationId, if this version has it. */
  public Optional<Operation> find(String operationId) {
    return Optional.ofNullable(rules.get(operationId)).map(known -> known.place().operation());
  }

  /** The WebSocket, if this version has one. */
  public Optional<WebSocketContract> webSocket() {
    return webSocket;
  }

  /**
   * Finds the operation of a request. HEAD is routed as GET.
   *
   * @param method the HTTP method, upper case
   * @param rawPath the path as on the wire, percent-encoding kept, without the query
   */
  public Routing route(String method, String rawPath) {
    var routing = router.route(method, rawPath);
    return routing instanceof Routing.Found ? routing : newerOr(routing, method, rawPath);
  }

  private Routing newerOr(Routing routing, String method, String rawPath) {
    var newest = at(ApiVersion.latest());
    return newest != this
            && newest.router.route(method, rawPath) instanceof Routing.Found found
            && !rules.containsKey(found.operation().id())
        ? new Routing.Newer(found.operation(), version)
        : routing;
  }

  /**
   * Holds a request against its operation. Never throws for what a client sent.
   *
   * @param pathParameters the parameters that {@link #route} found
   */
  public CheckedRequest checkRequest(
      Operation operation, Map<String, String> pathParameters, ApiRequest request) {
    return rules(operation).requests().check(pathParameters, request);
  }

  /** Holds an answer against its operation; empty when it keeps the contract. */
  public List<Violation> checkResponse(Operation operation, ApiResponse response) {
    return rules(operation).responses().violations(response);
  }

  /**
   * How an answer of the real application differs from its operation, what is tolerated included:
   * members that the contract does not name.
   */
  public List<Difference> differences(Operation operation, ApiResponse answer) {
    return rules(operation).responses().differences(answer);
  }

  /**
   * How a request differs from its operation, what the real application ignores included.
   *
   * @param pathParameters the parameters that {@link #route} found
   */
  public List<Difference> differences(
      Operation operation, Map<String, String> pathParameters, ApiRequest request) {
    return rules(operation).requests().differences(pathParameters, request);
  }

  /** All that a client of this contract can exercise. Walks the whole document: ask once. */
  public Coverables coverables() {
    var inOrder = operations.stream().map(this::rules).toList();
    return new Coverables(inOrder, webSocket, CoverageBuilding.of(version, schemas));
  }

  /**
   * Changes an answer as a wish says, by what the schema of the answer allows or forbids. Nothing
   * that is given is written to.
   *
   * @param response a good answer of the operation; what it breaks already stays broken
   * @return the answer with what was changed; the very same answer when nothing in it can be varied
   *     so: it carries no JSON, say, or no member of that kind
   */
  public Rewritten<ApiResponse> vary(
      Operation operation, ApiResponse response, VariationWish wish) {
    return rules(operation).responses().vary(response, wish);
  }

  private OperationRules rules(Operation operation) {
    var known = rules.get(operation.id());
    if (known == null) {
      throw new IllegalArgumentException(
          "operation (%s) must be one of version %s".formatted(operation.id(), version));
    }
    return known;
  }

  /** What the texts of messages are about. */
  public Texts texts() {
    var places = new HashMap<String, OperationPlace>();
    rules.forEach((id, known) -> places.put(id, known.place()));
    return new Texts(document, places, schemas);
  }

  /** A good answer of the operation: the document's example, else one made from its schema. */
  public ApiResponse example(Operation operation) {
    return rules(operation).example();
  }

  /** A good JSON request body of the operation, empty when it takes none. */
  public Optional<JsonNode> exampleRequestBody(Operation operation) {
    return rules(operation).exampleRequestBody();
  }

  /**
   * Whether this version has a property of a component schema; false only for one that came with a
   * newer version.
   */
  public boolean shows(String schemaName, String property) {
    return hiddenProperties.isEmpty()
        || !hiddenProperties.contains(
            "/components/schemas/%s/properties/%s".formatted(schemaName, property));
  }

  /** The version that the document gives itself ({@code info.version}). */
  public String documentVersion() {
    return document.at("/info/version").node().asText();
  }

  /** The document as it was written, whatever the version. */
  public String text() {
    return document.source().text();
  }

  /** The document of this version as JSON, for {@code GET /v1/spec}; not copied. */
  public byte[] document() {
    var known = published;
    if (known == null) {
      var kept = new HashSet<String>();
      rules.values().forEach(operation -> kept.add(operation.place().place().pointer()));
      known = PublishedDocument.json(document, version, kept);
      published = known;
    }
    return known;
  }
}
