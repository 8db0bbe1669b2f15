package dev.fakebeeper.control.lift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.lift.Difference.Why;
import dev.fakebeeper.testing.RandomInbox;
import dev.fakebeeper.testing.TestWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client reads of whatever world: the lifted world reads the same. */
class LiftPropertyTest {
  private static final int READS = 60;
  private static FakeBeeper beeper;

  private final List<String> chats = new ArrayList<>();
  private final Map<String, JsonNode> last = new HashMap<>();
  private RandomInbox random;
  private Day day;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void random_reads_of_a_random_world_read_the_same_on_the_lifted_world(long seed) {
    random = new RandomInbox(seed);
    var state = random.world().state();
    var begin = TestWorld.START.plus(Duration.ofSeconds(1));
    var given =
        new LiftedWorld(
            (now, s) -> state,
            new LiftReport(begin, Map.of(), List.of()),
            new Later(Set.of(), Set.of(), null));
    var name = "random-" + seed;
    day = new Day(beeper, beeper.worlds().open(NewWorld.named(name).startingFrom(given)));

    for (var i = 0; i < READS; i++) {
      read(random.below(10));
    }

    var recording = day.recording();
    var lifted = Lift.of(recording);
    var world = beeper.worlds().open(NewWorld.named(name + "-lifted").startingFrom(lifted));
    var proof = LiftProof.of(recording, lifted, new HttpStage(beeper.baseUri(), world));
    assertThat(lifted.startsAt()).isEqualTo(begin);
    assertThat(proof.asked()).isEqualTo(READS);
    assertThat(proof.differences())
        .as(proof.text())
        .allSatisfy(one -> assertThat(one.why()).isEqualTo(Why.END_OF_RECORDING));
  }

  private void read(int kind) {
    switch (kind) {
      case 0, 1 -> know(day.get("/v1/chats" + cursor("/v1/chats", "")));
      case 2 -> know(day.get("/v1/chats/search?" + chatFilters()));
      case 3 -> day.get("/v1/accounts");
      case 4 -> day.get("/v1/labels");
      case 5 -> day.get("/v1/messages/search?" + messageFilters());
      case 6 -> day.get("/v1/search?query=" + Day.encoded(random.word()));
      default -> readChat(kind);
    }
  }

  private void readChat(int kind) {
    if (chats.isEmpty()) {
      know(day.get("/v1/chats"));
      return;
    }
    var at = "/v1/chats/" + Day.encoded(chats.get(random.below(chats.size())));
    if (kind == 7) {
      day.get(at + "?maxParticipantCount=" + (random.below(4) - 1));
    } else {
      var list = at + "/messages";
      last.put(list, day.get(list + cursor(list, "")));
    }
  }

  /** Sometimes goes on where the last page of the same list ended. */
  private String cursor(String list, String filters) {
    var page = last.get(list);
    if (page == null || random.chance(3) || page.path("oldestCursor").isNull()) {
      return filters;
    }
    var direction = random.chance(4) ? "&direction=after" : "";
    return "?cursor=" + Day.encoded(page.path("oldestCursor").asText()) + direction;
  }

  private void know(JsonNode page) {
    if (page.at("/items/0").has("preview")) {
      last.put("/v1/chats", page);
    }
    for (var chat : page.path("items")) {
      if (!chats.contains(chat.path("id").asText())) {
        chats.add(chat.path("id").asText());
      }
    }
  }

  private String chatFilters() {
    var filters = new ArrayList<String>();
    filters.add("limit=" + (1 + random.below(30)));
    add(filters, "query=" + Day.encoded(random.word()));
    add(filters, "scope=participants");
    add(filters, "inbox=" + List.of("primary", "archive", "low-priority").get(random.below(3)));
    add(filters, "unreadOnly=true");
    add(filters, "type=" + List.of("single", "group", "any").get(random.below(3)));
    add(filters, "includeMuted=false");
    add(filters, "lastActivityAfter=" + random.instant());
    add(filters, "lastActivityBefore=" + random.instant());
    return String.join("&", filters);
  }

  private String messageFilters() {
    var filters = new ArrayList<String>();
    filters.add("limit=" + (1 + random.below(20)));
    add(filters, "query=" + Day.encoded(random.word()));
    add(filters, "sender=" + List.of("me", "others").get(random.below(2)));
    add(filters, "mediaTypes=" + List.of("any", "image").get(random.below(2)));
    add(filters, "chatType=" + List.of("single", "group").get(random.below(2)));
    add(filters, "excludeLowPriority=false");
    add(filters, "includeMuted=false");
    add(filters, "dateAfter=" + random.instant());
    add(filters, "dateBefore=" + random.instant());
    return String.join("&", filters);
  }

  private void add(List<String> filters, String filter) {
    if (random.chance(3)) {
      filters.add(filter);
    }
  }
}
