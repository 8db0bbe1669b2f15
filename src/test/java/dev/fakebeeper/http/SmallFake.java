package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.http.EdgeSettings.Forwarding;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.operations.ApiException;
import dev.fakebeeper.operations.Call;
import dev.fakebeeper.operations.HandMadeOperations;
import dev.fakebeeper.operations.OneWorld;
import dev.fakebeeper.stubs.StubLibrary;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.io.ByteArrayInputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** An edge over the contract {@code small.yaml}, whose operations answer what a test wants. */
final class SmallFake {
  static final String TOKEN = "small";
  static final String VERSION = "9.8.7";
  static final String AUTHORIZED = "Authorization: Bearer " + TOKEN;
  static final BodyLimits LIMITS = new BodyLimits(2_000, 1_000);

  private static final Contract CONTRACT = Contract.load(document());

  private final Map<String, Function<Call, ApiResponse>> handlers = new HashMap<>();
  private final OneWorld world = OneWorld.openedBy(TOKEN);
  private Strictness strictness = Strictness.LENIENT;
  private Forwarding forwarding = Forwarding.IGNORED;
  private String host = "localhost";
  private int port;

  SmallFake() {
    on("getThing", SmallFake::notFound);
    on("listThings", call -> ApiResponse.ok(new Body.Page(things(), object().put("more", false))));
    on("addThing", call -> ApiResponse.ok(object().put("added", true)));
    on("listAllThings", call -> ApiResponse.ok(new Body.Items(things())));
    on("getNothing", call -> ApiResponse.noContent());
    on("getPage", call -> ApiResponse.ok(new Body.Text("text/html", "<p>☕</p>")));
    on("getBytes", call -> ApiResponse.ok(bytes("0123456789")));
    on("getWrong", call -> ApiResponse.ok(object().put("id", 5)));
    on("getFailing", SmallFake::fail);
    on("getWhere", call -> ApiResponse.ok(object().put("url", call.baseUrl())));
    on("uploadAsset", SmallFake::describeParts);
  }

  private static Path document() {
    try {
      URL url = Objects.requireNonNull(SmallFake.class.getResource("small.yaml"));
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  SmallFake on(String operationId, Function<Call, ApiResponse> handler) {
    handlers.put(operationId, handler);
    return this;
  }

  SmallFake strict() {
    strictness = Strictness.STRICT;
    return this;
  }

  SmallFake behindProxy() {
    forwarding = Forwarding.HONOURED;
    return this;
  }

  SmallFake host(String name) {
    host = name;
    return this;
  }

  SmallFake port(int number) {
    port = number;
    return this;
  }

  Edge start() {
    var settings = new EdgeSettings(host, port, VERSION, forwarding, null);
    return Edge.start(settings, pipeline(), world.streams());
  }

  Pipeline pipeline() {
    return new Pipeline(
        CONTRACT,
        new Pipeline.Callers(
            world.access(),
            new FakeWorlds(new Worlds(), WorldRules.defaults()),
            new StubOverlay(new StubLibrary(() -> CONTRACT, List.of()))),
        HandMadeOperations.of(handlers),
        new PipelineSettings(strictness, Answers.STATEFUL, 400, Set.of(), LIMITS));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Body.Stream bytes(String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new Body.Stream(
        "application/octet-stream", bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private static List<JsonFragment> things() {
    return List.of(fragment("{\"id\":\"one\"}"), fragment("{\"id\":\"two\"}"));
  }

  private static JsonFragment fragment(String json) {
    return JsonFragment.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ApiResponse notFound(Call call) {
    var id = call.request().parameters().path("id");
    throw new ApiException(ApiError.notFound("Thing not found: " + id));
  }

  private static ApiResponse fail(Call call) {
    throw new IllegalStateException("made to fail by " + call.operation().id());
  }

  private static ApiResponse describeParts(Call call) {
    var answer = object();
    call.request()
        .parts()
        .forEach(
            part -> answer.put(part.name(), new String(part.content(), StandardCharsets.UTF_8)));
    return ApiResponse.ok(answer);
  }
}
