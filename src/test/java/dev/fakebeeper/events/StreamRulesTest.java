package dev.fakebeeper.events;

import static dev.fakebeeper.events.Numbering.ON_ARRIVAL;
import static dev.fakebeeper.events.Numbering.ON_DEPARTURE;
import static dev.fakebeeper.events.StreamedWorld.ANN;
import static dev.fakebeeper.events.StreamedWorld.BEA;
import static dev.fakebeeper.events.StreamedWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.events.StreamEffect.Duplicate;
import dev.fakebeeper.events.StreamEffect.Hold;
import dev.fakebeeper.events.StreamEffect.Lose;
import dev.fakebeeper.events.StreamEffect.NumberTimestamps;
import dev.fakebeeper.events.StreamEffect.Reorder;
import dev.fakebeeper.events.StreamEffect.Rewrite;
import dev.fakebeeper.events.StreamEffect.WithoutEntries;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamRulesTest {
  private static final EventMatch MESSAGES = EventMatch.any().withType("message.upserted");
  private static final EventMatch CHATS = EventMatch.any().withType("chat.upserted");

  private final StreamedWorld fixture = new StreamedWorld();
  private final StreamRules rules = fixture.stream.rules();
  private final RecordingObserver observer = new RecordingObserver();

  @Test
  void a_lost_event_leaves_a_gap_when_it_was_numbered_on_arrival() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Lose(ON_ARRIVAL)));

    says("lost");
    says("heard");

    assertThat(client.heard()).containsExactly("2 chat", "3 message heard", "4 chat");
  }

  @Test
  void a_lost_event_leaves_no_gap_when_it_would_be_numbered_on_departure() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 2, new Lose(ON_DEPARTURE)));

    says("lost");
    says("lost too");
    says("heard");

    assertThat(client.heard()).containsExactly("1 chat", "2 chat", "3 message heard", "4 chat");
  }

  @Test
  void an_observer_hears_of_what_is_lost() {
    fixture.subscribed("[\"*\"]");
    fixture.stream.observe(observer);
    rules.add(new StreamRule(MESSAGES, 1, new Lose(ON_ARRIVAL)));
    rules.add(new StreamRule(CHATS, 1, new Lose(ON_DEPARTURE)));

    says("lost");

    assertThat(observer.heard)
        .containsExactly("lost socket-1 1 message.upserted", "lost socket-1 0 chat.upserted");
  }

  @Test
  void copies_have_numbers_of_their_own_or_share_one() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Duplicate(3, ON_DEPARTURE)));
    rules.add(new StreamRule(MESSAGES, 1, new Duplicate(2, ON_ARRIVAL)));

    says("a");
    says("b");

    assertThat(client.heard())
        .containsExactly(
            "1 message a",
            "2 message a",
            "3 message a",
            "4 chat",
            "5 message b",
            "5 message b",
            "6 chat");
  }

  @Test
  void the_last_of_a_batch_goes_first_numbered_as_they_go() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Reorder(3, ON_DEPARTURE)));

    says("a");
    says("b");
    says("c");
    says("d");

    assertThat(client.heard())
        .containsExactly(
            "1 chat",
            "2 chat",
            "3 message c",
            "4 message b",
            "5 message a",
            "6 chat",
            "7 message d",
            "8 chat");
  }

  @Test
  void the_last_of_a_batch_goes_first_under_the_numbers_with_which_they_came() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, StreamRule.ALWAYS, new Reorder(2, ON_ARRIVAL)));

    says("a");
    says("b");
    says("c");
    says("d");

    assertThat(client.heard())
        .containsExactly(
            "2 chat",
            "3 message b",
            "1 message a",
            "4 chat",
            "6 chat",
            "7 message d",
            "5 message c",
            "8 chat");
  }

  @Test
  void a_socket_that_comes_in_the_middle_of_a_batch_gets_its_share_when_the_batch_is_full() {
    fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Reorder(3, ON_DEPARTURE)));
    says("a");
    var late = fixture.subscribed("[\"*\"]");

    says("b");
    says("c");

    assertThat(late.heard()).containsExactly("1 chat", "2 message c", "3 message b", "4 chat");
  }

  @Test
  void what_is_held_waits_until_it_is_released_and_the_rule_goes_on() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, StreamRule.ALWAYS, new Hold(ON_DEPARTURE)));

    says("a");
    says("b");
    assertThat(client.heard()).containsExactly("1 chat", "2 chat");
    assertThat(onlySocket().state()).isEqualTo(SocketInfo.State.HELD);

    rules.release();
    assertThat(client.heard()).containsExactly("3 message a", "4 message b");
    assertThat(onlySocket().state()).isEqualTo(SocketInfo.State.OPEN);

    says("c");
    assertThat(client.heard()).containsExactly("5 chat");
  }

  @Test
  void what_is_held_may_keep_its_number() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Hold(ON_ARRIVAL)));

    says("a");
    rules.release();

    assertThat(client.heard()).containsExactly("2 chat", "1 message a");
  }

  @Test
  void a_rule_that_is_removed_sends_what_it_keeps() {
    var client = fixture.subscribed("[\"*\"]");
    var hold = rules.add(new StreamRule(MESSAGES, StreamRule.ALWAYS, new Hold(ON_DEPARTURE)));
    rules.add(new StreamRule(CHATS, 1, new Reorder(2, ON_DEPARTURE)));
    says("a");
    assertThat(client.heard()).isEmpty();

    assertThat(rules.remove(hold)).isTrue();
    assertThat(rules.remove(hold)).isFalse();
    assertThat(client.heard()).containsExactly("1 message a");

    rules.clear();
    assertThat(client.heard()).containsExactly("2 chat");
    assertThat(rules.list()).isEmpty();
    says("b");
    assertThat(client.heard()).containsExactly("3 message b", "4 chat");
  }

  @Test
  void going_back_to_the_start_ends_the_rules_and_forgets_what_they_kept() {
    var start = fixture.world.read();
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(EventMatch.any(), StreamRule.ALWAYS, new Hold(ON_DEPARTURE)));
    says("of a past that is no more");

    fixture.world.restore(start, START);
    rules.release();
    says("hello");

    assertThat(rules.list()).isEmpty();
    assertThat(client.heard()).containsExactly("1 message hello", "2 chat");
    assertThat(onlySocket().state()).isEqualTo(SocketInfo.State.OPEN);
  }

  @Test
  void keeping_more_back_than_may_wait_closes_the_connection() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(EventMatch.any(), StreamRule.ALWAYS, new Hold(ON_DEPARTURE)));

    for (var i = 0; i < 501; i++) {
      says("x");
    }

    assertThat(client.closedWith).isEqualTo(1013);
    assertThat(fixture.stream.size()).isZero();
  }

  @Test
  void messages_go_out_without_their_entries() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(EventMatch.any(), 1, new WithoutEntries()));

    var message = fixture.message(fixture.lunch, ANN, "a");

    assertThat(client.next())
        .isEqualTo(
            "{\"type\":\"message.upserted\",\"seq\":1,\"ts\":\"2026-06-15T09:30:00.000Z\",\"chatID\":\""
                + fixture.lunch.id()
                + "\",\"ids\":[\""
                + message.id()
                + "\"]}");
    assertThat(client.heard()).containsExactly("2 chat");
  }

  @Test
  void times_are_numbers() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(CHATS, 1, new NumberTimestamps()));

    says("a");

    assertThat(client.next()).contains("\"ts\":\"2026-06-15T09:30:00.000Z\"");
    assertThat(client.next()).contains("\"seq\":2,\"ts\":" + START.toEpochMilli() + ",");
  }

  @Test
  void all_that_change_a_text_do_so_in_order_and_only_the_text() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new WithoutEntries()));
    rules.add(new StreamRule(MESSAGES, 1, new Duplicate(2, ON_DEPARTURE)));
    rules.add(new StreamRule(MESSAGES, 1, new Rewrite(text -> text.replace("upserted", "new"))));
    fixture.stream.observe(observer);

    says("a");

    assertThat(client.next()).contains("message.new", "\"seq\":1,").doesNotContain("entries");
    assertThat(client.next()).contains("message.new", "\"seq\":2,").doesNotContain("entries");
    assertThat(observer.heard)
        .containsExactly(
            "sent socket-1 1 message.upserted REWRITTEN",
            "sent socket-1 2 message.upserted REWRITTEN",
            "sent socket-1 3 chat.upserted NONE");
  }

  static Stream<UnaryOperator<String>> a_rewrite_that_fails_lets_the_frame_go_as_it_was() {
    return Stream.of(
        text -> {
          throw new IllegalStateException("a mistake of the test");
        },
        text -> {
          throw new AssertionError("an assertion of the test");
        },
        text -> null);
  }

  @ParameterizedTest
  @MethodSource
  void a_rewrite_that_fails_lets_the_frame_go_as_it_was(UnaryOperator<String> failing) {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Rewrite(failing)));
    fixture.stream.observe(observer);

    says("a");

    assertThat(client.heard()).containsExactly("1 message a", "2 chat");
    assertThat(observer.heard).startsWith("sent socket-1 1 message.upserted NONE");
  }

  @Test
  void what_is_no_json_is_left_alone_by_those_that_come_after() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Rewrite(text -> "no json")));
    rules.add(new StreamRule(MESSAGES, 1, new NumberTimestamps()));

    says("a");

    assertThat(client.next()).isEqualTo("no json");
  }

  @Test
  void of_those_that_decide_how_an_event_goes_the_first_decides_alone() {
    var client = fixture.subscribed("[\"*\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Lose(ON_DEPARTURE)));
    rules.add(new StreamRule(MESSAGES, 1, new Duplicate(2, ON_DEPARTURE)));

    says("a");
    assertThat(fired()).containsExactly(1, 0);
    says("b");

    assertThat(client.heard()).containsExactly("1 chat", "2 message b", "3 message b", "4 chat");
    assertThat(fired()).containsExactly(1, 1);
  }

  @Test
  void an_event_counts_once_however_many_hear_it() {
    var one = fixture.subscribed("[\"*\"]");
    var two = fixture.subscribed("[\"*\"]");
    var three = fixture.subscribed("[]");
    rules.add(new StreamRule(MESSAGES, 1, new Lose(ON_DEPARTURE)));

    says("a");
    says("b");

    assertThat(one.heard()).containsExactly("1 chat", "2 message b", "3 chat");
    assertThat(two.heard()).containsExactly("1 chat", "2 message b", "3 chat");
    assertThat(three.heard()).isEmpty();
    assertThat(fired()).containsExactly(1);
  }

  @Test
  void an_event_that_nobody_hears_counts_for_nothing() {
    fixture.subscribed("[\"" + fixture.gym.id() + "\"]");
    rules.add(new StreamRule(MESSAGES, 1, new Lose(ON_DEPARTURE)));

    says("a");

    assertThat(fired()).containsExactly(0);
  }

  @Test
  void a_rule_may_be_for_one_chat_by_either_id_and_for_one_socket() {
    var one = fixture.subscribed("[\"*\"]");
    var two = fixture.subscribed("[\"*\"]");
    var inGym = MESSAGES.withChatId(fixture.gym.localId()).withSocketId("socket-2");
    rules.add(new StreamRule(inGym, 1, new Lose(ON_DEPARTURE)));

    fixture.message(fixture.lunch, ANN, "a");
    fixture.message(fixture.gym, BEA, "b");

    assertThat(one.heard()).containsExactly("1 message a", "2 chat", "3 message b", "4 chat");
    assertThat(two.heard()).containsExactly("1 message a", "2 chat", "3 chat");
  }

  @Test
  void a_rule_acts_on_sockets_that_are_opened_later_and_on_the_state_of_the_app() {
    rules.add(
        new StreamRule(
            EventMatch.any().withType("app.state.updated"), 1, new Duplicate(2, ON_ARRIVAL)));
    var client = fixture.connect();
    client.frames.clear();

    client.session.accept("{\"type\":\"subscriptions.set\",\"app\":{\"state\":true}}");

    client.next();
    assertThat(client.next()).contains("app.state.updated", "\"seq\":1,");
    assertThat(client.next()).contains("app.state.updated", "\"seq\":1,");
    assertThat(client.frames).isEmpty();
  }

  @Test
  void what_was_committed_before_a_rule_keeps_the_old_behaviour() {
    var turns = new ArrayDeque<Runnable>();
    var stream = new EventStream(fixture.world, EventSettings.defaults(), turns::add);
    var client = MemoryClient.of(stream);
    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":[\"*\"]}");

    says("before");
    var lose = stream.rules().add(new StreamRule(MESSAGES, 9, new Lose(ON_DEPARTURE)));
    says("lost");
    stream.rules().remove(lose);
    says("after");
    while (!turns.isEmpty()) {
      turns.poll().run();
    }

    assertThat(client.heard().subList(2, 7))
        .containsExactly("1 message before", "2 chat", "3 chat", "4 message after", "5 chat");
  }

  @Test
  void a_rule_is_listed_with_what_it_did() {
    fixture.subscribed("[\"*\"]");
    var lose = new StreamRule(MESSAGES, 1, new Lose(ON_ARRIVAL));
    var reorder = new StreamRule(CHATS, 2, new Reorder(2, ON_ARRIVAL));
    rules.add(lose);
    rules.add(reorder);

    says("a");
    says("b");
    says("c");

    assertThat(rules.list())
        .containsExactly(new RuleStatus("rule-1", lose, 1), new RuleStatus("rule-2", reorder, 1));
    assertThat(rules.list()).extracting(RuleStatus::isSpent).containsExactly(true, false);
  }

  @Test
  void a_rule_that_could_never_act_is_refused() {
    assertThatThrownBy(() -> EventMatch.any().withType("message.upsert"))
        .hasMessageContaining("type (message.upsert) is not the type of an event")
        .hasMessageContaining("message.upserted");
    assertThatThrownBy(() -> new StreamRule(CHATS, 1, new WithoutEntries()))
        .hasMessage(
            "type (chat.upserted) has no entries that could be left out; only message.upserted has");
    assertThatThrownBy(() -> new StreamRule(CHATS, 0, new WithoutEntries()))
        .hasMessage("times (0) must be 1 or more");
    assertThatThrownBy(() -> new Duplicate(1, ON_ARRIVAL))
        .hasMessage("copies (1) must be 2 or more");
    assertThatThrownBy(() -> new Reorder(1, ON_ARRIVAL)).hasMessage("size (1) must be 2 or more");
  }

  private List<Integer> fired() {
    return rules.list().stream().map(RuleStatus::fired).toList();
  }

  private SocketInfo onlySocket() {
    return fixture.stream.sockets().get(0);
  }

  private void says(String text) {
    fixture.message(fixture.lunch, ANN, text);
  }
}
