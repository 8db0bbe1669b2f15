package dev.fakebeeper.control.lift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.lift.Difference.Why;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.redaction.RedactionRules;
import dev.fakebeeper.recording.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class LiftTest {
  private static FakeBeeper beeper;
  private String test;
  private FakeWorld world;
  private Day day;

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
  }

  private Day lifted() {
    return new Day(beeper, open(Lift.of(day.recording())));
  }

  private FakeWorld open(LiftedWorld lifted) {
    return beeper.worlds().open(NewWorld.named(test + "-lifted").startingFrom(lifted));
  }

  private LiftProof proof(Recording recording) {
    var lifted = Lift.of(recording);
    return LiftProof.of(recording, lifted, new HttpStage(beeper.baseUri(), open(lifted)));
  }

  @Test
  void a_whole_day_of_a_client_goes_the_same_way_on_the_lifted_world() {
    live();

    assertThat(proof(day.recording()).differences())
        .allSatisfy(one -> assertThat(one.why()).isEqualTo(Why.END_OF_RECORDING));
  }

  @Test
  void so_does_a_day_of_which_nobody_can_tell_whose_it_was() {
    live();
    var redactor =
        new Redactor(Contract.bundled(), RedactionRules.newKey(), RedactionRules.strict());
    var raw = day.recording();
    var calls = raw.calls().stream().map(redactor::redact).toList();

    var proof = proof(new Recording(raw.head(), calls, List.of()));

    assertThat(proof.differences())
        .extracting(Difference::why)
        .containsOnly(Why.END_OF_RECORDING, Why.MASKED, Why.WORDS);
    assertThat(proof.differences())
        .filteredOn(one -> one.why() == Why.MASKED)
        .extracting(Difference::request)
        .allMatch(one -> one.matches("GET .*(search|contacts|contacts/list|labels|messages/.+)"));
    assertThat(proof.text()).contains(" more places (names and texts of the recording were");
  }

  private void live() {
    var accounts = day.get("/v1/accounts");
    JsonNode page;
    var cursor = "";
    do {
      page = day.get("/v1/chats" + cursor);
      cursor = "?cursor=" + Day.encoded(page.path("oldestCursor").asText());
    } while (page.path("hasMore").asBoolean());
    var chats = day.get("/v1/chats").path("items");
    for (var chat : chats) {
      day.get("/v1/chats/" + Day.encoded(chat.path("id").asText()) + "?maxParticipantCount=-1");
      day.get("/v1/chats/" + Day.encoded(chat.path("id").asText()) + "/messages");
    }
    day.get("/v1/info");
    day.get("/v1/labels");
    day.get("/v1/bridges");
    day.get("/v1/app/setup");
    day.get("/v1/search?query=the");
    day.get("/v1/messages/search?query=the&limit=5");
    day.get("/v1/chats/search?inbox=archive");
    for (var account : accounts) {
      var id = Day.encoded(account.path("accountID").asText());
      day.get("/v1/accounts/" + id);
      day.get("/v1/accounts/" + id + "/contacts/list");
      day.get("/v1/accounts/" + id + "/contacts?query=an");
    }
    var writable =
        chats.findParents("isReadOnly").stream()
            .filter(c -> !c.path("isReadOnly").asBoolean())
            .map(c -> c.path("id").asText())
            .findFirst()
            .orElseThrow();
    var at = "/v1/chats/" + Day.encoded(writable);
    var pending =
        day.send("POST", at + "/messages", "{\"text\":\"**hello**\"}").path("pendingMessageID");
    var sent = day.get(at + "/messages/" + pending.asText());
    day.send("PUT", at + "/messages/" + sent.path("id").asText(), "{\"text\":\"hello again\"}");
    day.send(
        "POST",
        at + "/messages/" + sent.path("id").asText() + "/reactions",
        "{\"reactionKey\":\"👍\"}");
    day.send("POST", at + "/read", "{}");
    day.send("PATCH", at, "{\"isPinned\":true,\"draft\":{\"text\":\"later\"}}");
    day.send("POST", at + "/archive", "{\"archived\":true}");
    day.send("POST", at + "/reminders", "{\"reminder\":{\"remindAt\":\"2026-07-01T10:00:00Z\"}}");
    day.get(at);
    var upload = day.upload("plan.txt", "a plan".getBytes(StandardCharsets.UTF_8));
    day.send(
        "POST",
        at + "/messages",
        "{\"attachment\":{\"uploadID\":\"%s\"}}".formatted(upload.path("uploadID").asText()));
    day.get(at + "/messages");
    day.ask("/v1/assets/serve?url=" + Day.encoded(upload.path("srcURL").asText()), Map.of());
    day.ask("/v1/chats/nowhere", Map.of());
    day.get("/v1/chats");
  }

  @Test
  void what_was_never_asked_has_an_answer_too() {
    var chats = day.get("/v1/chats").path("items");
    var at = "/v1/chats/" + Day.encoded(chats.at("/0/id").asText()) + "/messages";
    var messages = day.get(at);
    var third = messages.at("/items/3");

    var again = lifted();

    assertThat(again.get(at + "/" + third.path("id").asText())).isEqualTo(third);
    assertThat(again.get(at + "?cursor=" + third.path("sortKey").asText()).at("/items/0"))
        .isEqualTo(messages.at("/items/4"));
  }
}
