package dev.fakebeeper.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.Worlds;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What holds for the worlds of a server together. */
class FakeWorldsTest {

  @Test
  void a_listener_hears_of_each_world_once_the_earlier_and_the_later_ones() {
    var worlds = new FakeWorlds(new Worlds(), WorldRules.defaults());
    worlds.open(NewWorld.named("earlier").startingFrom("empty"));
    var heard = new ArrayList<String>();

    worlds.each(world -> heard.add(world.name()));
    worlds.open(NewWorld.named("later").startingFrom("empty"));

    assertThat(heard).containsExactly("earlier", "later");
  }
}
