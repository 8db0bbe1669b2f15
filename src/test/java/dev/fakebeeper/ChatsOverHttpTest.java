package dev.fakebeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chats as a client sees them: the bundled inbox, ids in paths, forms of older clients. */
class ChatsOverHttpTest {
  private final FakeBeeper beeper = FakeBeeper.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    beeper.close();
  }

  private HttpResponse<String> call(String method, String target, String json) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(beeper.baseUri() + target))
            .header("Authorization", "Bearer " + beeper.token())
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode get(String target) throws Exception {
    var response = call("GET", target, "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.parse(response.body().getBytes(UTF_8));
  }

  private List<JsonNode> allChats() throws Exception {
    var all = new ArrayList<JsonNode>();
    var page = get("/v1/chats?limit=7");
    page.get("items").forEach(all::add);
    while (page.get("hasMore").asBoolean()) {
      page = get("/v1/chats?limit=7&cursor=" + encoded(page.get("oldestCursor").asText()));
      page.get("items").forEach(all::add);
    }
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** As the JavaScript SDK writes a segment: much stays bare that others encode. */
  private static String half(String text) {
    var bare = encoded(text);
    for (var sign : List.of("!", "$", "&", "'", "(", ")", "+", ",", ";", "=", ":", "@")) {
      bare = bare.replace(encoded(sign), sign);
    }
    return bare;
  }

  @Test
  void every_chat_of_the_inbox_is_listed_once_and_found_under_every_spelling_of_its_ids()
      throws Exception {
    var ids = new ArrayList<String>();
    for (var chat : allChats()) {
      var id = chat.get("id").asText();
      ids.add(id);
      assertThat(get("/v1/chats/" + encoded(id)).get("id").asText()).isEqualTo(id);
      assertThat(get("/v1/chats/" + half(id)).get("id").asText()).isEqualTo(id);
      assertThat(get("/v1/chats/" + chat.get("localChatID").asText()).get("id").asText())
          .isEqualTo(id);
    }

    assertThat(ids).hasSize(40).anyMatch(id -> id.contains("#"));
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
  }

  @Test
  void every_chat_is_found_by_searching_for_each_of_its_properties() throws Exception {
    for (var chat : allChats()) {
      var inbox =
          chat.get("isArchived").asBoolean()
              ? "archive"
              : chat.get("isLowPriority").asBoolean() ? "low-priority" : "primary";
      var found =
          get(
              "/v1/chats/search?limit=200&inbox=%s&type=%s&accountIDs=%s&query=%s"
                  .formatted(
                      inbox,
                      chat.get("type").asText(),
                      chat.get("accountID").asText(),
                      encoded(chat.get("title").asText())));
      assertThat(found.get("items")).anyMatch(hit -> hit.get("id").equals(chat.get("id")));
    }
  }

  @Test
  void a_reminder_in_the_form_of_older_clients_is_taken() throws Exception {
    var chat = "/v1/chats/" + encoded(allChats().get(0).get("id").asText());

    var set = call("POST", chat + "/reminders", "{\"reminder\":{\"remindAtMs\":4102444800000}}");

    assertThat(set.statusCode()).isEqualTo(204);
    assertThat(set.body()).isEmpty();
    assertThat(get(chat).at("/reminder/remindAt").asText()).isEqualTo("2100-01-01T00:00:00.000Z");
    assertThat(call("DELETE", chat + "/reminders", "").statusCode()).isEqualTo(204);
  }

  @Test
  void a_chat_is_started_in_the_form_of_older_clients() throws Exception {
    var contact = contact();
    var body =
        "{\"mode\":\"start\",\"accountID\":\"%s\",\"user\":{\"id\":\"%s\"}}"
            .formatted(contact.accountId(), contact.userId());

    var started = call("POST", "/v1/chats", body);

    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    assertThat(Json.parse(started.body().getBytes(UTF_8)).get("status").asText())
        .isIn("existing", "created");
  }

  private record Contact(String accountId, String userId) {}

  private Contact contact() throws Exception {
    for (var account : get("/v1/accounts")) {
      var id = account.get("accountID").asText();
      for (var user : get("/v1/accounts/" + encoded(id) + "/contacts/list").get("items")) {
        if (!user.path("cannotMessage").asBoolean()) {
          return new Contact(id, user.get("id").asText());
        }
      }
    }
    throw new AssertionError("the bundled inbox has no contacts");
  }

  @Test
  void a_refused_cursor_says_so_in_the_vendors_envelope() throws Exception {
    var refused = call("GET", "/v1/chats?cursor=nonsense", "");

    assertThat(refused.statusCode()).isEqualTo(400);
    var body = Json.parse(refused.body().getBytes(UTF_8));
    assertThat(body.get("code").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(body.at("/details/issues/0/path").toString()).contains("cursor");
  }
}
