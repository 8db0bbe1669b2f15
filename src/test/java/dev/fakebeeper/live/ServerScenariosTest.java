package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bundled scenarios that a server must be started with, or that stop it, as a client sees them. */
class ServerScenariosTest {
  private static FakeBeeper start(String scenario) {
    return FakeBeeper.start(
        FakeBeeperConfig.forTests().toBuilder().scenario(Scenarios.named(scenario)).build());
  }

  private static HttpResponse<String> get(FakeBeeper beeper, String path, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + path))
            .header("Authorization", "Bearer " + beeper.token());
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void old_server_knows_neither_edits_nor_sockets_nor_info() throws Exception {
    try (var beeper = start("old-server")) {
      var api = new Api(beeper, beeper.token());
      var chat = api.get("/v1/chats").json().at("/items/0/id").asText();
      var message = api.get(Api.messages(chat)).json().at("/items/0/id").asText();

      assertThat(get(beeper, "/v1/info").statusCode()).isEqualTo(404);
      assertThat(api.call("PUT", Api.message(chat, message), "{\"text\":\"x\"}").status())
          .isEqualTo(404);
      assertThat(SocketClient.refusal(beeper, beeper.token())).isEqualTo(404);
      assertThat(get(beeper, "/v1/accounts").headers().firstValue("X-Beeper-Desktop-Version"))
          .contains("4.1.294");
    }
  }

  @Test
  void behind_a_proxy_every_url_follows_the_forwarded_headers() throws Exception {
    try (var beeper = start("behind-a-proxy")) {
      var forwarded =
          new String[] {
            "X-Forwarded-Host",
            "beeper.example.org",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Port",
            "443"
          };

      var info = get(beeper, "/v1/info", forwarded).body();
      var oauth = get(beeper, "/.well-known/oauth-authorization-server", forwarded).body();

      var json = new ObjectMapper();
      assertThat(json.readTree(info).at("/server/base_url").asText())
          .isEqualTo("https://beeper.example.org");
      assertThat(info).doesNotContain("127.0.0.1:" + beeper.port());
      assertThat(json.readTree(oauth).path("token_endpoint").asText())
          .startsWith("https://beeper.example.org/");
    }
  }

  @Test
  void ipv6_only_refuses_one_of_the_two_addresses() throws Exception {
    try (var beeper = start("ipv6-only")) {
      assertThat(beeper.baseUri().getHost()).isEqualTo("[::1]");
      assertThat(get(beeper, "/v1/accounts").statusCode()).isEqualTo(200);

      var other = URI.create("http://127.0.0.1:" + beeper.port() + "/v1/info");
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(HttpRequest.newBuilder(other).build(), BodyHandlers.ofString()))
          .isInstanceOf(ConnectException.class);
    }
  }

  private static boolean answers(FakeBeeper beeper) throws Exception {
    try {
      return get(beeper, "/v1/accounts").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void app_not_running_refuses_connections() throws Exception {
    try (var beeper = start("app-not-running")) {
      assertThat(answers(beeper)).isTrue();

      beeper.world().advance(Duration.ofSeconds(10));

      await().atMost(Duration.ofSeconds(10)).until(() -> !answers(beeper));
      assertThatThrownBy(() -> get(beeper, "/v1/accounts")).isInstanceOf(ConnectException.class);
      assertThat(beeper.outage().isOn()).isTrue();
    }
  }

  @Test
  void app_restarts_with_the_same_token_and_chats() throws Exception {
    try (var beeper = start("app-restarts")) {
      var api = new Api(beeper, beeper.token());
      var before = api.get("/v1/chats").text();
      try (var socket = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
        beeper.world().advance(Duration.ofSeconds(10));

        // The JDK's client now and then misses the end of a connection; the server does not.
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> beeper.world().sockets().list().isEmpty());
        assertThat(socket.waiting()).isZero();
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> answers(beeper));
      assertThat(api.get("/v1/chats").text()).isEqualTo(before);
      try (var again = SocketClient.connect(beeper, beeper.token()).subscribe("*")) {
        beeper.world().others().from("@ann:beeper.com").text("Back?").in("!ann:beeper.com");
        assertThat(again.next().path("seq").asInt()).isEqualTo(1);
      }
    }
  }
}
