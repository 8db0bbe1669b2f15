package dev.fakebeeper.control.lift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.lift.Difference.Why;
import dev.fakebeeper.control.lift.LiftReport.Note;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.RecordingHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Which moment a lifted world is of, and what of the recording is in it. */
class MomentTest {
  private static FakeBeeper beeper;
  private String test;
  private FakeWorld world;
  private Day day;
  private String chat;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @BeforeEach
  void begin(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
    world = beeper.worlds().open(NewWorld.named(test));
    day = new Day(beeper, world);
    chat = "/v1/chats/" + Day.encoded(world.inbox().chats().get(1).id());
  }

  private LiftedWorld lift() {
    return Lift.of(day.recording());
  }

  private Day on(LiftedWorld lifted) {
    var name = test + "-lifted";
    return new Day(beeper, beeper.worlds().open(NewWorld.named(name).startingFrom(lifted)));
  }

  private LiftProof prove(LiftedWorld lifted) {
    var name = test + "-proof";
    var stage = beeper.worlds().open(NewWorld.named(name).startingFrom(lifted));
    return LiftProof.of(day.recording(), lifted, new HttpStage(beeper.baseUri(), stage));
  }

  /** A look that nobody records. */
  private JsonNode peek(String pathAndQuery) {
    return new Day(beeper, world).get(pathAndQuery);
  }

  private String largeGroup() {
    for (var one : peek("/v1/chats/search?type=group&limit=200").path("items")) {
      if (one.at("/participants/total").asInt() > 25) {
        return "/v1/chats/" + Day.encoded(one.path("id").asText());
      }
    }
    throw new AssertionError("no large group");
  }

  private String somebodyElse() {
    for (var who : peek(chat).at("/participants/items")) {
      if (!who.path("isSelf").asBoolean()) {
        return who.path("id").asText();
      }
    }
    throw new AssertionError("nobody else");
  }

  private static List<String> whats(LiftedWorld lifted, Note.Kind kind) {
    return lifted.report().notes().stream()
        .filter(note -> note.kind() == kind)
        .map(Note::what)
        .toList();
  }

  @Test
  void the_first_sighting_counts_whatever_a_client_did_afterwards() {
    var before = day.get(chat);
    day.send("PATCH", chat, "{\"isMuted\":true,\"draft\":{\"text\":\"later\"}}");
    var after = day.get(chat);

    var again = on(lift()).get(chat);

    assertThat(again).isEqualTo(before).isNotEqualTo(after);
  }

  @Test
  void what_a_client_wrote_before_anybody_looked_is_not_believed() {
    day.send("PATCH", chat, "{\"draft\":{\"text\":\"mine\"},\"isPinned\":true}");

    var lifted = lift();

    assertThat(on(lifted).get(chat).path("draft").isNull()).isTrue();
    assertThat(whats(lifted, Note.Kind.ASSUMED))
        .contains("chats without draft", "chats without isPinned");
    assertThat(prove(lifted).holds()).isTrue();
  }

  @Test
  void a_later_sighting_adds_the_members_that_the_first_did_not_show() {
    var at = largeGroup();
    day.get(at + "?maxParticipantCount=3");
    day.send("POST", at + "/read", "{}");
    var whole = day.get(at + "?maxParticipantCount=-1").path("participants");

    assertThat(on(lift()).get(at + "?maxParticipantCount=-1").path("participants"))
        .isEqualTo(whole);
  }

  @Test
  void members_that_were_only_counted_are_there_without_a_name() {
    var at = largeGroup();
    var three = day.get(at + "?maxParticipantCount=3");

    var lifted = lift();

    assertThat(on(lifted).get(at + "?maxParticipantCount=3")).isEqualTo(three);
    assertThat(whats(lifted, Note.Kind.ASSUMED)).contains("members of chats");
  }

  @Test
  void what_a_client_sends_is_not_there_before_it_sends_it_again() {
    var before = day.get(chat + "/messages");
    var sent = day.send("POST", chat + "/messages", "{\"text\":\"hello\"}");
    day.get(chat + "/messages/" + sent.path("pendingMessageID").asText());
    day.get(chat + "/messages");

    var lifted = lift();

    assertThat(on(lifted).get(chat + "/messages").path("items")).isEqualTo(before.path("items"));
    assertThat(whats(lifted, Note.Kind.LEFT_OUT)).containsExactly("messages");
    assertThat(prove(lifted).differences())
        .allSatisfy(one -> assertThat(one.why()).isEqualTo(Why.END_OF_RECORDING));
  }

  @Test
  void what_others_did_meanwhile_is_not_there_and_explains_what_differs() {
    day.get("/v1/chats");
    var id = world.inbox().chats().get(1).id();
    world.others().from(somebodyElse()).text("are you there?").in(id);
    day.get("/v1/chats");
    day.get(chat + "/messages");

    var lifted = lift();
    var proof = prove(lifted);

    assertThat(whats(lifted, Note.Kind.LEFT_OUT)).containsExactly("messages");
    assertThat(proof.differences()).as(proof.text()).isNotEmpty();
    assertThat(proof.differences())
        .as(proof.text())
        .allSatisfy(one -> assertThat(one.why()).isIn(Why.CAME_LATER, Why.END_OF_RECORDING));
  }

  @Test
  void a_chat_that_a_client_made_is_not_there_before_it_makes_it_again() {
    var account = day.get("/v1/accounts").at("/0/accountID").asText();
    var contacts = day.get("/v1/accounts/" + account + "/contacts/list").path("items");
    var members = new ArrayList<String>();
    contacts.forEach(one -> members.add('"' + one.path("id").asText() + '"'));
    var made =
        day.send(
            "POST",
            "/v1/chats",
            "{\"accountID\":\"%s\",\"type\":\"group\",\"title\":\"New\",\"participantIDs\":[%s],\"messageText\":\"hi\"}"
                .formatted(account, String.join(",", members.subList(0, 3))));
    var at = "/v1/chats/" + Day.encoded(made.path("id").asText());
    day.get(at);
    day.get(at + "/messages");

    var lifted = lift();

    assertThat(on(lifted).ask("GET", at, null).status()).isEqualTo(404);
    assertThat(prove(lifted).differences()).isEmpty();
  }

  @Test
  void the_bytes_of_an_asset_are_there_when_all_of_them_were_served() {
    var url = "/v1/assets/serve?url=" + Day.encoded(picture());
    var whole = day.ask("GET", url, null).body();
    day = new Day(beeper, world);
    day.ask(url, Map.of("Range", "bytes=0-9"));
    day.ask(url, Map.of("Range", "bytes=10-" + (whole.length - 1)));

    var lifted = lift();

    assertThat(on(lifted).ask("GET", url, null).body()).isEqualTo(whole);
    assertThat(prove(lifted).differences()).isEmpty();
  }

  @Test
  void an_asset_of_which_bytes_are_missing_is_empty_and_told() {
    var url = "/v1/assets/serve?url=" + Day.encoded(picture());
    day.ask(url, Map.of("Range", "bytes=0-9"));

    var lifted = lift();

    assertThat(whats(lifted, Note.Kind.ASSUMED)).contains("assets");
    assertThat(prove(lifted).differences())
        .singleElement()
        .satisfies(one -> assertThat(one.why()).isEqualTo(Why.UNKNOWN_BYTES));
  }

  private String picture() {
    var found = peek("/v1/messages/search?mediaTypes=image&limit=20").findValuesAsText("srcURL");
    return found.stream().filter(url -> url.startsWith("mxc:")).findFirst().orElseThrow();
  }

  @Test
  void a_message_that_only_an_event_showed_is_not_there_when_it_came_later() {
    var before = day.get(chat + "/messages").path("items");
    var id = before.at("/0/chatID").asText();
    var later = world.others().from(somebodyElse()).text("psst").in(id);
    event("message.upserted", id, later, peek(chat + "/messages/" + later));
    var old = before.get(before.size() - 1).deepCopy();
    event("message.upserted", id, old.path("id").asText(), ((ObjectNode) old).put("text", "new"));

    var again = on(lift());

    assertThat(again.get(chat + "/messages").path("items")).isEqualTo(before);
    assertThat(again.ask("GET", chat + "/messages/" + later, null).status()).isEqualTo(404);
  }

  @Test
  void an_old_message_that_only_an_event_showed_is_there() {
    var messages = peek(chat + "/messages").path("items");
    day.get(chat);
    event(
        "message.upserted",
        messages.at("/3/chatID").asText(),
        messages.at("/3/id").asText(),
        messages.get(3));

    assertThat(on(lift()).get(chat + "/messages/" + messages.at("/3/id").asText()))
        .isEqualTo(messages.get(3));
  }

  @Test
  void a_chat_that_went_during_the_recording_is_there_at_the_start() {
    var shown = day.get(chat);
    world.others().removeChat(shown.path("id").asText());
    event("chat.deleted", shown.path("id").asText(), shown.path("id").asText(), null);
    day.ask("GET", chat, null);

    assertThat(on(lift()).get(chat)).isEqualTo(shown);
  }

  private void event(String type, String chatId, String id, JsonNode entry) {
    var event = JsonNodeFactory.instance.objectNode().put("type", type).put("seq", 1);
    event.put("ts", world.now().toString()).put("chatID", chatId).putArray("ids").add(id);
    if (entry != null) {
      event.putArray("entries").add(entry);
    }
    day.heard(event.toString());
  }

  @Test
  void an_app_with_another_clock_gives_itself_away_by_its_events() {
    day.get("/v1/info");
    day.heard(
        "{\"type\":\"chat.upserted\",\"seq\":1,\"ts\":\"%s\",\"chatID\":\"!a:b\",\"ids\":[\"!a:b\"]}"
            .formatted(world.now()));
    var recorded = day.recording();
    var head = new RecordingHead(Instant.parse("2020-01-01T00:00:00Z"), null, null);

    var lifted = Lift.of(new Recording(head, recorded.calls(), recorded.sockets()));

    assertThat(lifted.startsAt()).isEqualTo(recorded.head().startedAt());
    assertThat(whats(lifted, Note.Kind.ASSUMED)).contains("clocks");
  }

  @Test
  void accounts_and_chats_that_were_never_shown_follow_from_what_was() {
    var messages = day.get(chat + "/messages").path("items");

    var again = on(lift());

    assertThat(again.get(chat + "/messages").path("items")).isEqualTo(messages);
    assertThat(again.get("/v1/accounts").findValuesAsText("accountID"))
        .containsExactly(messages.at("/0/accountID").asText());
    assertThat(again.get(chat).path("title").asText()).isEqualTo(messages.at("/0/chatID").asText());
  }

  @Test
  void a_request_that_the_contract_does_not_know_is_told() {
    day.ask("GET", "/v1/typing", null);

    var lifted = lift();

    assertThat(lifted.report().text())
        .contains("left out: 1 requests (GET /v1/typing). The contract has no operation for them.");
    assertThat(prove(lifted).notAsked()).containsEntry("the contract has no such operation", 1);
  }

  @Test
  void what_is_lost_is_told_with_its_place() {
    var sticker = "{\"a\":{\"id\":\"a\",\"type\":\"file\",\"stickerID\":\"s\"}}";
    var answer =
        "{\"id\":\"!x:y\",\"accountID\":\"a\",\"network\":\"N\",\"title\":\"T\",\"type\":\"group\",\"draft\":{\"text\":\"\",\"attachments\":%s},\"participants\":{\"items\":[],\"hasMore\":false,\"total\":0},\"unreadCount\":0}"
            .formatted(sticker);
    var call =
        new RecordedCall(
            Duration.ZERO,
            Duration.ofMillis(1),
            ApiRequest.of("GET", "/v1/chats/%21x%3Ay", null),
            new RecordedAnswer(
                200,
                HttpHeaders.none().with("Content-Type", "application/json"),
                answer.getBytes(StandardCharsets.UTF_8)));
    var recording =
        new Recording(
            new RecordingHead(Instant.parse("2026-09-01T10:00:00Z"), null, null),
            List.of(call),
            List.of());
    var lifted = Lift.of(recording);
    var stage = beeper.worlds().open(NewWorld.named(test + "-p").startingFrom(lifted));

    var proof = LiftProof.of(recording, lifted, new HttpStage(beeper.baseUri(), stage));

    assertThat(proof.holds()).isFalse();
    assertThat(proof.text())
        .contains(
            "#1 GET /v1/chats/%21x%3Ay /draft/attachments/a/stickerID: was \"s\", now absent (not explained)");
    JsonNode json = proof.json();
    assertThat(json.path("holds").asBoolean()).isFalse();
    assertThat(json.at("/differences").findValuesAsText("pointer"))
        .contains("/draft/attachments/a/stickerID");
  }
}
