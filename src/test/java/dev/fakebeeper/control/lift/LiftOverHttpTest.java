package dev.fakebeeper.control.lift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.recording.har.HarWriter;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiftOverHttpTest {
  private FakeBeeper beeper;
  private FakeWorld world;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    world = beeper.worlds().open(NewWorld.named("mine").startingFrom("empty"));
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  private HttpResponse<String> lift(String body) throws Exception {
    var uri = URI.create(beeper.baseUri() + "/__control/worlds/mine/lift");
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void a_world_becomes_what_an_archive_shows_and_keeps_its_token() throws Exception {
    var day = new Day(beeper, beeper.world());
    var chats = day.get("/v1/chats").path("items");
    var out = new ByteArrayOutputStream();
    HarWriter.write(day.recording(), out);
    var token = world.token();

    JsonNode body = JsonNodeFactory.instance.objectNode().set("har", Json.parse(out.toByteArray()));
    var answer = lift(body.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var told = Json.mapper().readTree(answer.body());
    assertThat(told.path("calls").asInt()).isEqualTo(1);
    assertThat(told.at("/lift/seen/chats").asInt()).isEqualTo(25);
    assertThat(world.token()).isEqualTo(token);
    assertThat(world.now()).isEqualTo(day.recording().head().startedAt());
    assertThat(new Day(beeper, world).get("/v1/chats").path("items")).isEqualTo(chats);
  }

  @Test
  void an_archive_of_something_else_changes_nothing_and_is_told() throws Exception {
    var before = world.snapshot();

    var answer = lift("{\"har\":{\"log\":{\"entries\":[]}}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("har has no call of the Beeper Desktop API");
    assertThat(world.snapshot()).isEqualTo(before);
  }

  @Test
  void an_origin_that_is_none_is_refused() throws Exception {
    var answer = lift("{\"har\":{\"log\":{\"entries\":[]}},\"origin\":\"my app\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("my app");
  }
}
