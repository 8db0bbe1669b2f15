package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One call of the control API that keeps its document.
 *
 * @param server whose API it is
 * @param operation which
 * @param request what the document made of it: typed parameters
 * @param raw the request as it came
 * @param baseUrl the URL under which the caller reached the server, without a slash at the end
 */
record ControlCall(
    Server server, Operation operation, CheckedRequest request, ApiRequest raw, String baseUrl) {
  private static final String FILE = "request.json";

  /** What calls work on. */
  record Server(FakeWorlds worlds, Contract contract) {}

  FakeWorlds worlds() {
    return server.worlds();
  }

  /** The world that the path names. */
  FakeWorld world() {
    return world(path("world"));
  }

  /**
   * The world of a name.
   *
   * @throws ProblemException when none is open under it
   */
  FakeWorld world(String name) {
    return worlds().find(name).orElseThrow(() -> new ProblemException(unknownWorld(name)));
  }

  private Problem unknownWorld(String name) {
    var open = worlds().names();
    var message =
        "There is no world \"%s\". %s"
            .formatted(
                name,
                open.isEmpty()
                    ? "No world is open."
                    : "The open worlds are " + String.join(", ", open) + ".");
    var fix =
        Nearest.of(name, open)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Open it with POST /__control/worlds.");
    return Problem.of(404, DiagnosisCode.CONTROL_WORLD_UNKNOWN, message, fix);
  }

  String path(String name) {
    return request.parameters().path(name);
  }

  /** The body of an operation that demands one. */
  JsonNode requestBody() {
    return Objects.requireNonNull(request.body(), "the document demands a body");
  }

  /** The body with the places of all that is in it; nothing when there is no body. */
  SourceNode body() {
    if (raw.body().length == 0) {
      return new SourceNode.Members(new Place(FILE, 1, 1), Map.of());
    }
    try {
      return SourceReader.read(FILE, new ByteArrayInputStream(raw.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  /** The body with one more member, a text that came in the path. */
  SourceNode bodyWith(String name, String value) {
    var body = body();
    var members = new LinkedHashMap<String, SourceNode.Member>();
    if (body instanceof SourceNode.Members given) {
      members.putAll(given.byName());
    }
    var text = new SourceNode.Scalar(body.place(), SourceNode.Form.TEXT, value);
    members.put(name, new SourceNode.Member(body.place(), text));
    return new SourceNode.Members(body.place(), members);
  }

  /** A JSON object for an answer. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
