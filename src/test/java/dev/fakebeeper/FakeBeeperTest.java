package dev.fakebeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fakebeeper.StartException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeBeeperTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void a_started_fake_says_that_it_is_ready() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var health = get(beeper.baseUri().resolve("/__control/health"), "");

      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"status\":\"ready\"");
    }
  }

  @Test
  void its_token_opens_the_world_it_was_started_with() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var accounts = get(beeper.baseUri().resolve("/v1/accounts"), beeper.token());

      assertThat(accounts.statusCode()).isEqualTo(200);
      assertThat(accounts.body()).startsWith("[{");
    }
  }

  @Test
  void two_fakes_run_side_by_side() throws Exception {
    try (var one = FakeBeeper.start();
        var other = FakeBeeper.start()) {
      assertThat(one.port()).isNotEqualTo(other.port());
      assertThat(get(one.baseUri().resolve("/v1/info"), "").statusCode()).isEqualTo(200);
      assertThat(get(other.baseUri().resolve("/v1/info"), "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_fake_for_one_of_its_worlds_has_its_token_and_closes_it_alone() throws Exception {
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(beeper.newWorld("mine").startingFrom("empty"));
      var accounts = beeper.baseUri().resolve("/v1/accounts");

      var mine = beeper.forWorld(world);
      assertThat(mine.world()).isSameAs(world);
      assertThat(mine.baseUri()).isEqualTo(beeper.baseUri());
      assertThat(get(accounts, mine.token()).body())
          .isNotEqualTo(get(accounts, beeper.token()).body());
      mine.close();

      assertThat(get(accounts, mine.token()).statusCode()).isEqualTo(401);
      assertThat(get(accounts, beeper.token()).statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> beeper.forWorld(world))
          .hasMessage("world (mine) must be an open world of this fake; they are [default]");
    }
  }

  @Test
  void a_new_world_begins_as_the_first_one_began() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().world("empty").seed(7).build();
    try (var beeper = FakeBeeper.start(config)) {
      var start = beeper.world().snapshot();
      beeper.world().others().openGroup(beeper.world().accountIds().get(0), "Lunch", List.of());

      var world = beeper.worlds().open(beeper.newWorld("another"));

      var chats = beeper.baseUri().resolve("/v1/chats");
      assertThat(get(chats, beeper.token()).body()).contains("Lunch");
      assertThat(get(chats, world.token()).body()).contains("\"items\":[]");
      assertThat(world.now()).isEqualTo(start.at());
      assertThat(world.token()).isNotEqualTo(beeper.token());
    }
  }

  @Test
  void an_older_version_says_so_and_lacks_what_came_later() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1").build();
    try (var beeper = FakeBeeper.start(config)) {
      var info = get(beeper.baseUri().resolve("/v1/info"), "");

      assertThat(info.statusCode()).isEqualTo(404);
      assertThat(info.headers().firstValue("X-Beeper-Desktop-Version")).hasValue("4.1.294");
    }
  }

  @Test
  void a_fake_on_every_address_names_one_that_a_client_can_use() throws Exception {
    var config = FakeBeeperConfig.forTests().toBuilder().host("0.0.0.0").token("own").build();
    try (var beeper = FakeBeeper.start(config)) {
      assertThat(beeper.baseUri().getHost()).isEqualTo("127.0.0.1");
      assertThat(get(beeper.baseUri().resolve("/v1/info"), "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_host_that_others_reach_wants_a_token_of_its_own() {
    var config = FakeBeeperConfig.forTests().toBuilder().host("0.0.0.0").build();

    assertThatThrownBy(() -> FakeBeeper.start(config))
        .isInstanceOfSatisfying(
            StartException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WRONG_SETTING))
        .hasMessageContaining("Give the fake a token of its own");
  }

  @Test
  void closing_twice_does_nothing() {
    var beeper = FakeBeeper.start();
    beeper.close();

    assertThatCode(beeper::close).doesNotThrowAnyException();
  }

  @Test
  void no_thread_is_left_by_a_fake_that_was_closed_or_could_not_start(@TempDir Path folder)
      throws Exception {
    var before = threads();
    var real = FakeBeeperConfig.forTests().toBuilder().realClock();
    try (var beeper = FakeBeeper.start(real.build())) {
      get(beeper.baseUri().resolve("/v1/accounts"), beeper.token());
      var taken = real.port(beeper.port()).build();
      assertThatThrownBy(() -> FakeBeeper.start(taken)).isInstanceOf(StartException.class);
    }
    var bad = Files.writeString(folder.resolve("bad.yaml"), "fakeBeeperWorld: []\n");
    var broken = FakeBeeperConfig.forTests().toBuilder().world(bad.toString()).build();
    assertThatThrownBy(() -> FakeBeeper.start(broken)).isInstanceOf(StartException.class);

    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
  }

  /** Without the client's own, which come and go as they like. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> !name.startsWith("HttpClient") && !name.startsWith("ForkJoinPool"))
        .collect(Collectors.toSet());
  }

  private static HttpResponse<String> get(URI uri, String token)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
