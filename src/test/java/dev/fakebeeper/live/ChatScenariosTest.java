package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.journal.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bundled scenarios about what is done in a chat, as a client sees them. */
class ChatScenariosTest {
  private static final String ANN = "!ann:beeper.com";
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  private static Api.Answer draft(Play play, String json) {
    return play.api().call("PATCH", Api.chat(ANN), "{\"draft\":" + json + "}");
  }

  @Test
  void draft_collision_is_refused_until_the_draft_is_cleared() {
    try (var play = Play.of(beeper, "draft-collision")) {
      assertThat(draft(play, "{\"text\":\"mine\"}").status()).isEqualTo(409);
      assertThat(play.chat(ANN).at("/draft/text").asText()).contains("On my way");

      assertThat(draft(play, "null").status()).isEqualTo(200);
      assertThat(draft(play, "{\"text\":\"mine\"}").status()).isEqualTo(200);
      assertThat(draft(play, "{\"text\":\"again\"}").status()).isEqualTo(409);
      assertThat(play.chat(ANN).at("/draft/text").asText()).contains("mine");
    }
  }

  private static Api.Answer edit(Play play, String id) {
    return play.api().call("PUT", Api.message(ANN, id), "{\"text\":\"Third door\"}");
  }

  @Test
  void edit_refused_changes_nothing() {
    try (var play = Play.of(beeper, "edit-refused")) {
      for (var id : List.of("900001", "900002", "900003")) {
        var before = play.message(ANN, id);

        assertThat(edit(play, id).status()).as(id).isBetween(400, 499);
        assertThat(play.message(ANN, id)).isEqualTo(before);
      }
      assertThat(edit(play, "900004").status()).isEqualTo(200);
      assertThat(play.message(ANN, "900004").path("text").asText()).contains("Third door");
      assertThat(play.message(ANN, "900004").has("editedTimestamp")).isTrue();
    }
  }

  @Test
  void delete_for_whom_is_for_everybody_unless_it_is_said() {
    try (var play = Play.of(beeper, "delete-for-whom")) {
      var byDefault = play.api().call("DELETE", Api.message(ANN, "900001"), null);
      var forMe =
          play.api().call("DELETE", Api.message(ANN, "900002") + "?forEveryone=false", null);
      var pending = play.send(ANN, "not yet");

      assertThat(byDefault.status()).isEqualTo(204);
      assertThat(forMe.status()).isEqualTo(204);
      assertThat(play.message(ANN, "900001").path("isDeleted").asBoolean()).isTrue();
      assertThat(play.api().call("DELETE", Api.message(ANN, pending), null).status())
          .isBetween(400, 499);
      assertThat(play.world().journal().exchanges())
          .filteredOn(exchange -> "deleteMessage".equals(exchange.operationId()))
          .extracting(Exchange::request)
          .extracting(request -> request.rawQuery())
          .containsExactly(null, "forEveryone=false", null);
    }
  }

  private static String reaction(String key) {
    return Api.message(ANN, "900001") + "/reactions/" + Api.encoded(key);
  }

  @Test
  void reactions_are_one_entry_and_may_be_removed_twice() {
    try (var play = Play.of(beeper, "reactions")) {
      for (var key : List.of("👍", "❤️", ":shipit:", "a/b")) {
        var body = "{\"reactionKey\":\"" + key + "\"}";
        var path = Api.message(ANN, "900001") + "/reactions";

        assertThat(play.api().post(path, body).status()).as(key).isEqualTo(200);
        assertThat(play.api().post(path, body).status()).as(key).isEqualTo(200);
        assertThat(keys(play)).as(key).containsOnlyOnce(key);
        assertThat(play.api().call("DELETE", reaction(key), null).status()).isEqualTo(200);
        assertThat(play.api().call("DELETE", reaction(key), null).status()).isEqualTo(200);
        assertThat(keys(play)).doesNotContain(key);
      }
    }
  }

  private static List<String> keys(Play play) {
    return play.message(ANN, "900001").findValuesAsText("reactionKey");
  }

  @Test
  void reply_to_deleted_links_to_the_tombstone() {
    try (var play = Play.of(beeper, "reply-to-deleted")) {
      var reply = "{\"text\":\"What was it?\",\"replyToMessageID\":\"%s\"}";

      var answer = play.api().post(Api.messages(ANN), reply.formatted("900001"));
      var missing = play.api().post(Api.messages(ANN), reply.formatted("555555"));

      play.after("PT5S");
      assertThat(answer.status()).isEqualTo(200);
      var sent = play.message(ANN, answer.json().path("pendingMessageID").asText());
      assertThat(sent.path("linkedMessageID").asText()).isEqualTo("900001");
      assertThat(play.message(ANN, "900001").path("isDeleted").asBoolean()).isTrue();
      assertThat(missing.status()).isEqualTo(404);
      assertThat(play.ids(Api.messages(ANN))).hasSize(3);
    }
  }

  private static String upload(Play play, String text) {
    var content = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    var answer =
        play.api()
            .post(
                "/v1/assets/upload/base64",
                "{\"content\":\"" + content + "\",\"fileName\":\"plan.txt\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path("uploadID").asText();
  }

  private static String attach(String uploadId) {
    return "{\"attachment\":{\"uploadID\":\"" + uploadId + "\"}}";
  }

  @Test
  void attachment_flow_goes_from_upload_to_range() throws Exception {
    try (var play = Play.of(beeper, "attachment-flow")) {
      var answer = play.api().post(Api.messages(ANN), attach(upload(play, "0123456789")));
      assertThat(answer.status()).isEqualTo(200);
      play.after("PT5S");
      var sent = play.message(ANN, answer.json().path("pendingMessageID").asText());
      var attachment = sent.path("attachments").path(0);
      assertThat(attachment.path("fileName").asText()).isEqualTo("plan.txt");

      var url = attachment.path("srcURL").asText();
      assertThat(serve(play, url, "GET", "bytes=2-4")).isEqualTo("206 234");
      assertThat(serve(play, url, "GET", "bytes=99-")).startsWith("416");

      var old = upload(play, "too late");
      play.after("P1D");
      assertThat(play.api().post(Api.messages(ANN), attach(old)).status()).isEqualTo(404);
    }
  }

  private static String serve(Play play, String url, String method, String range)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(beeper.baseUri() + "/v1/assets/serve?url=" + Api.encoded(url)))
            .header("Authorization", "Bearer " + play.world().token())
            .header("Range", range)
            .method(method, BodyPublishers.noBody())
            .build();
    var answer = SocketClient.HTTP.send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void asset_gone_is_a_502_to_serve_and_an_error_to_download() throws Exception {
    try (var play = Play.of(beeper, "asset-gone")) {
      var message = play.api().get(Api.messages(ANN)).json().path("items").path(0);
      var url = message.at("/attachments/0/id").asText();

      var download = play.api().post("/v1/assets/download", "{\"url\":\"" + url + "\"}");

      assertThat(serve(play, url, "GET", "bytes=0-")).startsWith("502");
      assertThat(serve(play, url, "HEAD", "bytes=0-")).startsWith("502");
      assertThat(download.status()).isEqualTo(200);
      assertThat(download.json().path("error").asText()).isNotEmpty();
      assertThat(download.json().has("srcURL")).isFalse();
    }
  }

  @Test
  void upload_fails_with_200_and_an_error() {
    try (var play = Play.of(beeper, "upload-fails")) {
      var broken =
          play.api().post("/v1/assets/upload/base64", "{\"content\":\"%%% no base64 %%%\"}");

      assertThat(broken.status()).isEqualTo(200);
      assertThat(broken.json().path("error").asText()).isNotEmpty();
      assertThat(broken.json().has("uploadID")).isFalse();
    }
  }

  @Test
  void chat_deleted_while_open_is_told_and_then_gone() {
    try (var play = Play.of(beeper, "chat-deleted-while-open");
        var socket = play.socket()) {
      var chat = "!open:beeper.com";
      assertThat(play.api().get(Api.messages(chat)).status()).isEqualTo(200);

      play.after("PT10S");

      var event = socket.next();
      assertThat(event.path("type").asText()).isEqualTo("chat.deleted");
      assertThat(event.path("chatID").asText()).isEqualTo(chat);
      assertThat(play.api().get(Api.chat(chat)).status()).isEqualTo(404);
      assertThat(play.api().get(Api.messages(chat)).status()).isEqualTo(404);
      assertThat(play.api().post(Api.messages(chat), "{\"text\":\"hi\"}").status()).isEqualTo(404);
      assertThat(play.ids("/v1/chats")).containsExactly("!other:beeper.com");
    }
  }

  @Test
  void read_on_another_device_leaves_nothing_unread() {
    try (var play = Play.of(beeper, "read-on-another-device");
        var socket = play.socket()) {
      assertThat(play.chat(ANN).path("unreadCount").asInt()).isEqualTo(2);

      play.after("PT10S");

      assertThat(socket.next().path("type").asText()).isEqualTo("chat.upserted");
      assertThat(play.chat(ANN).path("unreadCount").asInt()).isZero();
    }
  }

  @Test
  void reminder_fires_or_is_dismissed_by_an_answer() {
    try (var play = Play.of(beeper, "reminder-fires");
        var socket = play.socket()) {
      assertThat(reminder(play, "!due:beeper.com").isObject()).isTrue();
      assertThat(reminder(play, "!answered:beeper.com").isObject()).isTrue();

      play.after("PT10S");
      assertThat(socket.nextTypes(2)).containsExactly("message.upserted", "chat.upserted");
      assertThat(reminder(play, "!answered:beeper.com").isObject()).isFalse();
      assertThat(reminder(play, "!due:beeper.com").isObject()).isTrue();

      play.after("PT50S");
      assertThat(socket.next().path("chatID").asText()).isEqualTo("!due:beeper.com");
      assertThat(reminder(play, "!due:beeper.com").isObject()).isFalse();
    }
  }

  private static JsonNode reminder(Play play, String chat) {
    return play.chat(chat).path("reminder");
  }

  @Test
  void archived_chat_gets_message_and_is_back_unless_muted() {
    try (var play = Play.of(beeper, "archived-chat-gets-message");
        var socket = play.socket()) {
      assertThat(play.ids("/v1/chats/search?inbox=primary")).isEmpty();

      play.after("PT10S");

      assertThat(socket.nextTypes(2)).containsExactly("message.upserted", "chat.upserted");
      assertThat(play.ids("/v1/chats/search?inbox=primary")).containsExactly("!old:beeper.com");
      assertThat(play.ids("/v1/chats/search?inbox=archive")).containsExactly("!muted:beeper.com");
    }
  }

  @Test
  void two_clients_see_one_message_that_is_their_own() {
    try (var play = Play.of(beeper, "two-clients")) {
      var other = play.otherToken(0);
      try (var socket = play.socket(other)) {
        play.send(ANN, "It is me");
        play.after("PT10S");

        JsonNode event = socket.next();
        while (!event.path("type").asText().equals("message.upserted")) {
          event = socket.next();
        }
        assertThat(event.at("/entries/0/isSender").asBoolean()).isTrue();
        var seen = play.other(0).get(Api.messages(ANN)).json().path("items");
        assertThat(seen).hasSize(2);
        assertThat(seen.path(0).path("isSender").asBoolean()).isTrue();
        assertThat(seen).isEqualTo(play.api().get(Api.messages(ANN)).json().path("items"));
      }
    }
  }
}
