package dev.fakebeeper.control.coverage;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.journal.ExchangeBuilder;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.Sent;
import dev.fakebeeper.control.journal.SocketEvent;
import dev.fakebeeper.control.journal.SocketEvent.Kind;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A server of the contract {@code club.yaml} without a server: its journals are written by hand.
 */
final class Club implements AutoCloseable {
  static final Contract CONTRACT = Contract.load(file("/contracts/club.yaml"));

  final FakeWorlds worlds = new FakeWorlds(new Worlds(), WorldRules.defaults());
  final Coverage coverage = new Coverage(() -> CONTRACT, worlds);
  final FakeWorld world = open("default");

  private static Path file(String resource) {
    try {
      return Path.of(Objects.requireNonNull(Club.class.getResource(resource), resource).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  FakeWorld open(String name) {
    return worlds.open(NewWorld.named(name).startingFrom("empty"));
  }

  /** A client that asks a little of everything. */
  void visit() {
    list("order=oldest");
    list("limit=many");
    exchange(
        world,
        "addNotice",
        body("{\"text\":\"Sofa\",\"kind\":\"sale\"}"),
        json(201, "{\"kind\":\"sale\",\"state\":\"new\"}"));
    exchange(
        world,
        "addNotice",
        body("{\"text\":\"Sofa\",\"by\":null}"),
        json(409, "{\"code\":\"FULL\"}"));
    frame(Kind.OPENED, "", "");
    frame(Kind.RECEIVED, "", "{\"type\":\"watch\"}");
    frame(Kind.SENT, "notice.added", "{\"type\":\"notice.added\",\"volume\":\"loud\"}");
    frame(Kind.CLOSED, "", "1000");
  }

  void list(String query) {
    var refused = query.contains("many");
    exchange(
        world,
        "listNotices",
        ApiRequest.of("GET", "/notices", query),
        refused ? json(400, "{\"code\":\"UNHEARD\"}") : json(200, "[{\"state\":\"old\"}]"));
  }

  static void exchange(
      FakeWorld world, String operation, ApiRequest request, ApiResponse response) {
    Operation known = CONTRACT.find(operation).orElseThrow();
    world
        .journal()
        .record(
            number ->
                ExchangeBuilder.builder()
                    .number(number)
                    .at(world.now())
                    .world(world.name())
                    .request(request)
                    .operation(known)
                    .pathParameters(Map.of())
                    .response(response)
                    .sent(Sent.WHOLE)
                    .origin(Origin.FAKE)
                    .violations(List.of())
                    .warnings(List.of())
                    .duration(Duration.ZERO)
                    .build());
  }

  private static ApiRequest body(String json) {
    var headers = HttpHeaders.of(Map.of("Content-Type", List.of("application/json")));
    return new ApiRequest("POST", "/notices", null, headers, bytes(json), List.of());
  }

  static ApiResponse json(int status, String json) {
    return ApiResponse.of(status, new Body.Json(Json.parse(bytes(json))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void frame(Kind kind, String type, String text) {
    world
        .journal()
        .record(
            number ->
                new SocketEvent(
                    number, world.now(), world.name(), "socket-1", kind, type, 0, text, ""));
  }

  @Override
  public void close() {
    coverage.close();
  }
}
