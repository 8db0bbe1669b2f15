package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fakebeeper.world.WorldState;
import org.junit.jupiter.api.Test;

class StartingWorldsTest {
  @Test
  void the_empty_world_has_one_account_and_nothing_else() {
    var world = load("empty", 1);

    assertThat(world.accounts()).hasSize(1);
    assertThat(world.chats()).isEmpty();
    assertThat(world.assets()).isEmpty();
    assertThat(world.timers().all()).isEmpty();
  }

  @Test
  void the_same_arguments_give_an_equal_state() {
    var first = load("default", 7);
    load("default", 8); // so that the first is no longer remembered
    var again = load("default", 7);

    // Not isEqualTo: it would print two whole worlds.
    assertThat(again).isNotSameAs(first);
    assertThat(again.equals(first)).isTrue();
  }

  @Test
  void the_state_that_was_made_last_costs_nothing() {
    assertThat(load("default", 9)).isSameAs(load("default", 9));
  }

  @Test
  void another_seed_gives_other_opaque_ids() {
    assertThat(load("default", 7).chats().keySet())
        .isNotEqualTo(load("default", 8).chats().keySet());
  }

  @Test
  void an_unknown_name_is_refused_with_the_names_and_the_nearest_one() {
    assertThatThrownBy(() -> load("defualt", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no starting world \"defualt\". The names are default, empty. "
                + "Did you mean \"default\"?");
  }

  private static WorldState load(String name, long seed) {
    return StartingWorlds.load(name, StartingWorlds.FROZEN_START, seed);
  }
}
