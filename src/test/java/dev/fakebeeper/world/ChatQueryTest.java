package dev.fakebeeper.world;

import static dev.fakebeeper.testing.AChat.aChat;
import static dev.fakebeeper.testing.AChat.aGroup;
import static dev.fakebeeper.testing.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.testing.TestWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatQueryTest {
  private final TestWorld world = new TestWorld();

  @Test
  void no_filter_lets_every_chat_pass_archived_ones_too() {
    world.add(aChat().archived());
    world.add(aChat().lowPriority().muted());

    assertThat(found(ChatQuery.ALL)).hasSize(2);
  }

  @Test
  void the_primary_inbox_has_neither_archived_nor_low_priority_chats() {
    world.add(aChat().titled("archived").archived());
    world.add(aChat().titled("low").lowPriority());
    world.add(aChat().titled("primary"));

    assertThat(found(ChatQuery.ALL.withInbox(ChatQuery.InboxKind.PRIMARY)))
        .containsExactly("primary");
    assertThat(found(ChatQuery.ALL.withInbox(ChatQuery.InboxKind.ARCHIVE)))
        .containsExactly("archived");
    assertThat(found(ChatQuery.ALL.withInbox(ChatQuery.InboxKind.LOW_PRIORITY)))
        .containsExactly("low");
  }

  @Test
  void a_chat_marked_unread_by_hand_counts_as_unread() {
    world.add(aChat().titled("marked").with(builder -> builder.markedUnread(true)));
    world.add(aChat().titled("unread").with(aMessage()));
    world.add(aChat().titled("read"));

    assertThat(found(ChatQuery.ALL.withUnread(ChatQuery.Reading.UNREAD)))
        .containsExactlyInAnyOrder("marked", "unread");
  }

  @Test
  void words_are_looked_for_in_the_title_and_the_network_together() {
    world.add(aChat().titled("Lunch club"));
    world.add(aChat().titled("Lunch club").on(TestWorld.DISCORD));

    assertThat(found(titled("CLUB whats lun"))).hasSize(1);
    assertThat(found(titled("lunch signal"))).isEmpty();
  }

  @Test
  void words_are_literal() {
    world.add(aChat().titled("50% off (now)"));

    assertThat(found(titled("0% (n"))).hasSize(1);
    assertThat(found(titled(".*"))).isEmpty();
  }

  @Test
  void members_are_found_by_name_and_the_owner_by_none() {
    world.add(aGroup("ann", "bo").titled("x"));

    assertThat(found(titled("ann bo").withScope(ChatQuery.Scope.PARTICIPANTS))).hasSize(1);
    assertThat(found(titled("juno").withScope(ChatQuery.Scope.PARTICIPANTS))).isEmpty();
    assertThat(found(titled("ann"))).isEmpty();
  }

  @Test
  void the_ends_of_a_time_range_lie_outside_of_it() {
    world.add(aChat().titled("a").lastActive("2026-06-03T10:00:00.000Z"));
    world.add(aChat().titled("b").lastActive("2026-06-03T10:00:00.001Z"));
    world.add(aChat().titled("c").lastActive("2026-06-03T10:00:00.002Z"));
    world.add(aChat().titled("never"));

    var range =
        TimeRange.between(
            Instant.parse("2026-06-03T10:00:00.000Z"), Instant.parse("2026-06-03T10:00:00.002Z"));

    assertThat(found(ChatQuery.ALL.withActivity(range))).containsExactly("b");
  }

  @Test
  void a_chat_without_activity_comes_last_and_passes_no_time_range() {
    world.add(aChat().titled("never"));
    world.add(aChat().titled("once").lastActive("2001-01-01T00:00:00Z"));

    assertThat(found(ChatQuery.ALL)).containsExactly("once", "never");
    assertThat(
            found(
                ChatQuery.ALL.withActivity(
                    TimeRange.between(null, Instant.parse("9999-12-31T00:00:00Z")))))
        .containsExactly("once");
  }

  @Test
  void unknown_accounts_have_no_chats() {
    world.add(aChat());

    assertThat(found(ChatQuery.ALL.withAccountIds(List.of("nobody")))).isEmpty();
  }

  private static ChatQuery titled(String query) {
    return ChatQuery.ALL.withWords(Words.of(query, Words.Match.SUBSTRING));
  }

  private List<String> found(ChatQuery query) {
    var titles = new ArrayList<String>();
    query.newestFirst(world.state()).forEachRemaining(chat -> titles.add(chat.title()));
    return titles;
  }
}
