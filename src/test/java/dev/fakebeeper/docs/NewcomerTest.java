package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.MessageView.Author;
import dev.fakebeeper.docs.Newcomer.Line;
import dev.fakebeeper.docs.Newcomer.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The first days of a client that knows the docs and an address: it signs in by OAuth, sets the app
 * up, verifies the device, connects a network with a QR code, and gets over the loss of the login,
 * of the socket and of the app. The test is the user, the phone and the network.
 */
@Timeout(60)
class NewcomerTest {
  private static final String WHATSAPP = "local-whatsapp";

  private FakeBeeper beeper;
  private Newcomer client;

  @BeforeEach
  void start() {
    beeper = FakeBeeper.start();
    beeper.world().setup().signOut();
    client = new Newcomer(beeper.baseUri());
  }

  @AfterEach
  void stop() {
    beeper.close();
  }

  @Test
  void gets_from_an_address_to_a_connected_network_and_survives_what_breaks() throws Exception {
    signsInByOAuth();
    setsUp();
    verifies();
    assertThat(client.get("/v1/chats").path("items")).isNotEmpty();

    var line = client.listens();
    var account = connectsWithQr(line);
    var chat = client.get("/v1/chats?accountIDs=" + account).at("/items/0/id").asText();
    losesItsLoginAndReconnects(account, chat);
    losesTheSocketAndTheApp(line, chat);
  }

  private void signsInByOAuth() throws Exception {
    var world = beeper.world();
    world.oauth().plan(plan -> plan.waits());
    var page = visits(client.beginsToSignIn());
    assertThat(page).contains("Newcomer");

    client.isSentBack(world.oauth().approve());

    assertThat(client.get("/oauth/userinfo").path("scope").asText()).isEqualTo("read write");
  }

  private static String visits(URI page) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(page).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private void setsUp() {
    assertThat(client.appState()).isEqualTo("needs-login");
    var refused = catchThrowableOfType(Refused.class, () -> client.get("/v1/chats"));
    assertThat(refused.status).isEqualTo(403);
    var request = client.asksForACode("robin@example.org");
    var mail = beeper.world().setup().mailTo("robin@example.org").orElseThrow();

    var user = client.typesTheCode(request, mail.code());

    assertThat(user).isEqualTo("@robin.ashdown:beeper.com");
    assertThat(client.appState()).isEqualTo("initializing");
    beeper.world().advance(Duration.ofSeconds(2));
    assertThat(client.appState()).isEqualTo("needs-verification");
  }

  private void verifies() {
    client.asksForAVerification();
    beeper.world().advance(Duration.ofSeconds(3)); // the phone accepts
    assertThat(client.availableActions()).contains("sas.start");

    assertThat(client.comparesEmoji()).isNotEmpty();

    beeper.world().advance(Duration.ofSeconds(3)); // the phone confirms
    assertThat(client.appState()).isEqualTo("needs-first-sync");
    beeper.world().advance(Duration.ofSeconds(10));
    assertThat(client.appState()).isEqualTo("ready");
  }

  private String connectsWithQr(Line line) {
    beeper.world().logins().everywhere(plan -> plan.otherSideWaits().phone("+15550142077"));
    var session = client.showsAQrCode(WHATSAPP, "");
    var first = client.get(session).at("/currentStep/display/data").asText();
    beeper.world().advance(Duration.ofSeconds(20)); // the code changes
    var second = client.get(session).at("/currentStep/display/data").asText();
    assertThat(second).isNotEqualTo(first);

    beeper.world().logins().confirm(WHATSAPP); // the phone scans it

    var done = client.get(session);
    assertThat(done.path("status").asText()).isEqualTo("complete");
    var account = done.at("/account/accountID").asText();
    assertThat(client.statusOf(account)).isEqualTo("connecting");
    beeper.world().advance(Duration.ofMinutes(5));
    assertThat(client.statusOf(account)).isEqualTo("connected");
    assertThat(line.next("chat.upserted").path("chatID").asText()).isNotEmpty();
    return account;
  }

  private void losesItsLoginAndReconnects(String account, String chat) {
    beeper.world().logins().revoke(WHATSAPP, client.loginOf(account), "Signed out on the phone");
    assertThat(client.statusOf(account)).isEqualTo("reconnect_required");
    assertThat(client.get(Newcomer.messages(chat)).path("items")).isNotEmpty();
    var unsent = client.send(chat, "Are you there?");
    beeper.world().advance(Duration.ofMinutes(1));
    assertThat(stateOf(chat, unsent)).isEqualTo("FAIL_RETRIABLE");

    client.showsAQrCode(WHATSAPP, client.loginOf(account));
    beeper.world().logins().confirm(WHATSAPP);
    beeper.world().advance(Duration.ofMinutes(1));

    assertThat(client.statusOf(account)).isEqualTo("connected");
    var sent = client.send(chat, "There again.");
    beeper.world().advance(Duration.ofMinutes(1));
    assertThat(stateOf(chat, sent)).isEqualTo("SUCCESS");
  }

  private String stateOf(String chat, String message) {
    return client.get(Newcomer.messages(chat) + "/" + message).at("/sendStatus/status").asText();
  }

  /** Nothing is replayed: what came meanwhile is found by asking, what comes then is told. */
  private void losesTheSocketAndTheApp(Line line, String chat) {
    beeper.outage().begin();
    line.awaitDrop();
    var refused = catchThrowableOfType(Refused.class, () -> client.get("/v1/info"));
    assertThat(refused.status).isZero();
    says(chat, "While you were away");
    beeper.outage().end();

    var again = client.listens();
    var newest = client.get(Newcomer.messages(chat)).at("/items/0/text").asText();
    assertThat(newest).isEqualTo("While you were away");
    says(chat, "And now");
    assertThat(again.next("message.upserted").at("/entries/0/text").asText()).isEqualTo("And now");
    again.hangUp();
  }

  private void says(String chat, String text) {
    var somebody = somebodyIn(chat);
    beeper.world().others().from(somebody).text(text).in(chat);
  }

  private String somebodyIn(String chat) {
    return beeper.world().inbox().messages(chat).stream()
        .filter(message -> message.author() != Author.OWNER)
        .map(message -> message.senderId())
        .findFirst()
        .orElseThrow();
  }
}
