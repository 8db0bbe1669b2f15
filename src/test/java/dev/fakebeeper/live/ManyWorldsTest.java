package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Snapshot;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyWorldsTest {
  private static final int WORLDS = 1_000;
  private static final int BUSY = 50;

  @Test
  void a_thousand_worlds_do_not_leak_into_each_other() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var worlds = new ArrayList<TwoChats>();
      for (var i = 0; i < WORLDS; i++) {
        worlds.add(TwoChats.open(beeper));
      }
      var before = worlds.stream().map(world -> world.control().snapshot()).toList();

      var clients = Executors.newFixedThreadPool(8);
      try {
        var lives = new ArrayList<Callable<Void>>();
        for (var i = 0; i < BUSY; i++) {
          lives.add(life(beeper, worlds.get(i * (WORLDS / BUSY)), "secret of " + i));
        }
        for (var done : clients.invokeAll(lives, 60, TimeUnit.SECONDS)) {
          done.get();
        }
      } finally {
        clients.shutdownNow();
      }
      assertUntouched(worlds, before);
      assertThat(beeper.worlds().names()).hasSize(WORLDS + 1);
    }
  }

  /** Writes and listens in one world, and finds there what belongs there and nothing else. */
  private static Callable<Void> life(FakeBeeper beeper, TwoChats world, String secret) {
    return () -> {
      var api = new Api(beeper, world.token());
      try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
        for (var i = 0; i < 10; i++) {
          world.says(world.lunch(), world.ann(), secret);
          api.post(Api.messages(world.lunch()), "{\"text\":\"" + secret + "\"}");
        }
        var messages = api.walk(Api.messages(world.lunch()));
        assertThat(messages).hasSize(20);
        assertThat(messages)
            .allSatisfy(message -> assertThat(message.path("text").asText()).isEqualTo(secret));
        var found = api.get("/v1/messages/search?query=secret").json().path("items");
        assertThat(found)
            .allSatisfy(message -> assertThat(message.path("text").asText()).isEqualTo(secret));
        for (var i = 0; i < 20; i++) {
          for (var entry : socket.next().path("entries")) {
            assertThat(entry.path("text").asText()).isEqualTo(secret);
          }
        }
      }
      return null;
    };
  }

  private static void assertUntouched(List<TwoChats> worlds, List<Snapshot> before) {
    for (var i = 0; i < WORLDS; i++) {
      var busy = i % (WORLDS / BUSY) == 0;
      var now = worlds.get(i).control().snapshot();
      assertThat(now.equals(before.get(i))).as("world " + i + " untouched").isNotEqualTo(busy);
    }
  }

  @Test
  void late_traffic_on_a_dead_token_names_the_world_it_belonged_to() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(NewWorld.named("CheckoutTest.pays").startingFrom("empty"));
      var token = world.token();
      world.close();

      var request =
          HttpRequest.newBuilder(URI.create(beeper.baseUri() + "/v1/accounts"))
              .header("Authorization", "Bearer " + token)
              .build();
      var answer = SocketClient.HTTP.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body())
          .isEqualTo(
              "{\"message\":\"Unauthorized: Invalid or missing token\",\"code\":\"unauthorized\"}");
      assertThat(answer.headers().firstValue("X-Fake-Beeper-Diagnosis").orElse(""))
          .contains("CheckoutTest.pays");
    }
  }

  @Test
  void a_fork_goes_its_own_way() {
    try (var beeper = FakeBeeper.start()) {
      var original = TwoChats.open(beeper);
      original.says(original.lunch(), original.ann(), "before");
      var fork = original.control().fork("fork");
      original.says(original.lunch(), original.ann(), "only in the original");

      var inFork = new Api(beeper, fork.token()).walk(Api.messages(original.lunch()));
      var inOriginal = new Api(beeper, original.token()).walk(Api.messages(original.lunch()));

      assertThat(inFork).hasSize(1);
      assertThat(inOriginal).hasSize(2);
    }
  }
}
