package dev.fakebeeper.control;

import static dev.fakebeeper.control.StartingWorlds.FROZEN_START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.WorldState;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedWorldTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 1", "7, 3", "3, 1000", "2000, 20000"})
  void it_has_exactly_the_wanted_size(int chats, int messages) {
    var world = StartingWorlds.generated(chats, messages, FROZEN_START, 5);

    assertThat(world.chats()).hasSize(chats);
    assertThat(messagesIn(world)).isEqualTo(messages);
  }

  @RepeatedTest(3)
  void counts_and_order_agree_whatever_the_seed(TestReporter reporter) {
    var seed = ThreadLocalRandom.current().nextLong();
    reporter.publishEntry("seed", Long.toString(seed));

    var world = StartingWorlds.generated(150, 6_000, FROZEN_START, seed);

    WorldInvariants.assertHold(world, FROZEN_START);
  }

  @Test
  void the_same_seed_gives_the_same_world_and_another_seed_another() {
    var world = StartingWorlds.generated(40, 900, FROZEN_START, 5);

    // Not isEqualTo: it would print two whole worlds.
    assertThat(world.equals(StartingWorlds.generated(40, 900, FROZEN_START, 5))).isTrue();
    assertThat(world.equals(StartingWorlds.generated(40, 900, FROZEN_START, 6))).isFalse();
  }

  @Test
  void with_enough_messages_no_chat_is_silent_and_sizes_differ() {
    var world = StartingWorlds.generated(300, 9_000, FROZEN_START, 5);
    var sizes = world.logs().values().stream().mapToInt(log -> log.size()).summaryStatistics();

    assertThat(sizes.getMin()).isPositive();
    assertThat(sizes.getMax()).isGreaterThan(5 * 30);
  }

  @Test
  void its_chats_are_of_all_conditions_and_on_many_networks() {
    var chats = StartingWorlds.generated(500, 9_000, FROZEN_START, 5).chats().values();

    assertThat(chats).anyMatch(Chat::archived).anyMatch(Chat::muted).anyMatch(Chat::lowPriority);
    assertThat(chats).anyMatch(chat -> chat.unreadCount() > 0);
    assertThat(chats.stream().map(Chat::accountId).distinct()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, chats (-1) must not be negative",
    "0, 5, 'messages (5) must not be negative, and 0 where there are no chats'",
  })
  void an_impossible_size_is_refused(int chats, int messages, String message) {
    assertThatThrownBy(() -> StartingWorlds.generated(chats, messages, FROZEN_START, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static int messagesIn(WorldState world) {
    return world.logs().values().stream().mapToInt(log -> log.size()).sum();
  }
}
