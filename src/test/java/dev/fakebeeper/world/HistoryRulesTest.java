package dev.fakebeeper.world;

import static dev.fakebeeper.world.SmallWorlds.ACCOUNT;
import static dev.fakebeeper.world.SmallWorlds.ANN;
import static dev.fakebeeper.world.SmallWorlds.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.world.HistoryRules.Past;
import dev.fakebeeper.world.HistoryRules.Place;
import dev.fakebeeper.world.HistoryRules.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryRulesTest {
  private final World world = SmallWorlds.frozen();
  private final Chat chat = SmallWorlds.directChat(world, ANN);
  private final List<Change> changes = new ArrayList<>();

  @Test
  void history_stands_before_all_that_is_there_and_nobody_hears_of_it() {
    var newest = SmallWorlds.incoming(world, chat, ANN, "newest");
    world.run(tx -> tx.put(UnreadRules.recount(tx.state(), tx.state().requireChat(chat.id()))));
    world.listen(commit -> changes.addAll(commit.changes()));

    var ids = backfill(past(3), Place.BY_TIME, Telling.SILENT);

    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(log())
        .extracting(Message::html)
        .containsExactly("newest", "1 hours old", "2 hours old", "3 hours old");
    assertThat(log()).isSortedAccordingTo((a, b) -> Long.compare(b.sortKey(), a.sortKey()));
    assertThat(log().get(0)).isEqualTo(newest);
    assertThat(changes).isEmpty();
  }

  @Test
  void history_counts_as_read_and_what_was_unread_stays_so() {
    SmallWorlds.incoming(world, chat, ANN, "newest");
    world.run(tx -> tx.put(UnreadRules.recount(tx.state(), tx.state().requireChat(chat.id()))));

    backfill(past(3), Place.BY_TIME, Telling.SILENT);

    var now = SmallWorlds.chat(world, chat);
    assertThat(now.unreadCount()).isEqualTo(1);
    assertThat(UnreadRules.recount(world.read(), now)).isEqualTo(now);
  }

  @Test
  void under_new_sort_keys_it_stands_behind_by_key_and_counts_as_unread() {
    var newest = SmallWorlds.incoming(world, chat, ANN, "newest");
    world.listen(commit -> changes.addAll(commit.changes()));

    backfill(past(2), Place.BY_ARRIVAL, Telling.EVENTS);

    assertThat(world.read().logOf(chat).newest().orElseThrow().sortKey())
        .isGreaterThan(newest.sortKey());
    assertThat(SmallWorlds.chat(world, chat).unreadCount()).isEqualTo(2);
    assertThat(changes).hasSize(2).allMatch(change -> change instanceof Change.MessageUpserted);
  }

  @Test
  void a_chat_without_activity_gets_the_time_of_the_last_one() {
    world.run(tx -> tx.put(tx.state().requireChat(chat.id()).withLastActivity(null)));

    backfill(past(2), Place.BY_TIME, Telling.SILENT);

    assertThat(SmallWorlds.chat(world, chat).lastActivity())
        .isEqualTo(START.minus(Duration.ofHours(1)));
  }

  @Test
  void nothing_later_than_the_oldest_message_is_history() {
    backfill(past(2), Place.BY_TIME, Telling.SILENT);

    assertThatThrownBy(() -> backfill(past(1), Place.BY_TIME, Telling.SILENT))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("ends at 2026-06-15T07:30:00Z")
        .hasMessageContaining("2026-06-15T08:30:00Z");
  }

  @Test
  void history_ends_where_the_numbers_end() {
    SmallWorlds.incoming(world, chat, ANN, "newest");
    var room = (int) log().get(0).sortKey() - 1;

    assertThatThrownBy(() -> backfill(past(room + 1), Place.BY_TIME, Telling.SILENT))
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("room for " + room + " messages, not for " + (room + 1));

    assertThat(backfill(past(room), Place.BY_TIME, Telling.SILENT)).hasSize(room);
  }

  @Test
  void no_history_is_no_change() {
    world.listen(commit -> changes.addAll(commit.changes()));
    var before = world.read();

    assertThat(backfill(List.of(), Place.BY_TIME, Telling.EVENTS)).isEmpty();

    assertThat(world.read()).isSameAs(before);
  }

  private List<String> backfill(List<Past> past, Place place, Telling telling) {
    var manner = new HistoryRules.Manner(place, telling);
    return world.change(tx -> HistoryRules.backfill(tx, chat.id(), past, manner));
  }

  /** The newest first, so that a rule has to sort them. */
  private static List<Past> past(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new Past(
                    i % 2 == 0 ? ACCOUNT.selfUserId() : ANN.id(),
                    START.minus(Duration.ofHours(i)),
                    i + " hours old"))
        .toList();
  }

  private List<Message> log() {
    var all = new ArrayList<Message>();
    world.read().logOf(chat).newestFirst().forEachRemaining(all::add);
    return all;
  }
}
