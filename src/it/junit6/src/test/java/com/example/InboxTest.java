package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.junit.AllowViolations;
import dev.fakebeeper.junit.BeeperToken;
import dev.fakebeeper.junit.FakeBeeperExtension;
import dev.fakebeeper.junit.FakeBeeperTest;
import dev.fakebeeper.junit.Scenario;
import dev.fakebeeper.junit.StartingWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FakeBeeperTest
class InboxTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpResponse<String> get(URI address, String token, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void the_inbox_is_read(URI address, @BeeperToken String token, Journal journal) throws Exception {
    var response = get(address, token, "/v1/chats");

    assertEquals(200, response.statusCode());
    assertTrue(response.body().startsWith("{\"items\":["), response.body());
    assertEquals(1, journal.exchanges().size());
  }

  @Test
  void an_event_arrives(FakeBeeper beeper) throws Exception {
    var frames = new LinkedBlockingQueue<String>();
    var uri = URI.create(beeper.baseUri().toString().replace("http", "ws") + "/v1/ws");
    var socket =
        CLIENT
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + beeper.token())
            .buildAsync(uri, new Frames(frames))
            .join();
    socket.sendText("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}", true).join();
    next(frames, "ready");
    next(frames, "subscriptions.updated");

    var account = beeper.world().accountIds().get(0);
    beeper.world().others().openGroup(account, "Lunch", List.of("@ann:example.org"));

    next(frames, "chat.upserted");
  }

  private static void next(BlockingQueue<String> frames, String type) throws InterruptedException {
    var frame = frames.poll(10, TimeUnit.SECONDS);
    assertTrue(frame != null && frame.contains(type), "wanted " + type + ", got " + frame);
  }

  private record Frames(BlockingQueue<String> queue) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      queue.add(text.toString());
      socket.request(1);
      return null;
    }
  }

  @Test
  @Scenario("account-needs-reconnect")
  void a_scenario_is_played(FakeBeeper beeper) throws Exception {
    beeper.world().advance(Duration.ofSeconds(5));

    var accounts = get(beeper.baseUri(), beeper.token(), "/v1/accounts").body();
    assertTrue(accounts.contains("Scan the code again"), accounts);
  }

  @Test
  @AllowViolations("FB-ROUTE-UNKNOWN")
  void what_is_allowed_does_not_fail_the_test(FakeBeeper beeper) throws Exception {
    assertEquals(404, get(beeper.baseUri(), beeper.token(), "/v1/chat").statusCode());
  }

  @RepeatedTest(2)
  @StartingWorld("empty")
  void each_repetition_begins_anew(FakeWorld world) {
    assertEquals(1, world.accountIds().size());
    world.others().removeAccount(world.accountIds().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chats", "/v1/accounts"})
  void arguments_and_parameters_go_together(String path, FakeBeeper beeper) throws Exception {
    assertEquals(200, get(beeper.baseUri(), beeper.token(), path).statusCode());
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class WithOneInstance {
    private final FakeBeeper ofClass;

    WithOneInstance(FakeBeeper beeper) {
      ofClass = beeper;
    }

    @BeforeAll
    void prepare(FakeWorld world) {
      world.others().removeAccount(world.accountIds().get(0));
    }

    @Test
    void each_test_has_a_copy_of_what_was_prepared(FakeBeeper beeper) {
      assertEquals(ofClass.port(), beeper.port());
      assertEquals(9, beeper.world().accountIds().size());
      assertTrue(!ofClass.token().equals(beeper.token()));
    }
  }
}

class OldServerTest {
  @RegisterExtension
  static final FakeBeeperExtension BEEPER =
      FakeBeeperExtension.of(FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1.294").build());

  @Test
  void it_is_an_old_one(FakeBeeper beeper) {
    assertEquals("4.1.294", beeper.config().apiVersion());
  }
}
