package dev.fakebeeper.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.world.Commit;
import dev.fakebeeper.world.MessageRules;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.Outgoing;
import dev.fakebeeper.world.Send;
import dev.fakebeeper.world.SendProfile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Whatever happened in a world: written, read and gone on with, it is the same as without the
 * detour, also in the middle of a send.
 */
class StateDetourTest {
  private static final int ACTS = 120;

  static LongStream seeds() {
    return LongStream.concat(
        LongStream.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89),
        LongStream.generate(() -> ThreadLocalRandom.current().nextLong()).limit(3));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_world_that_took_the_detour_goes_on_as_the_one_that_did_not(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    try (var straight = open(start(random))) {
      live(straight, random.split());
      var saved = saved(straight);
      var written = written(saved);
      var read = StateFile.read("seed " + seed, new ByteArrayInputStream(written));

      assertThat(read).isEqualTo(saved);
      assertThat(List.copyOf(read.state().accounts().keySet()))
          .containsExactlyElementsOf(saved.state().accounts().keySet());
      assertThat(written(read)).isEqualTo(written);
      try (var detoured = open(read)) {
        assertSame(future(detoured, seed), future(straight, seed));
        assertThat(saved(detoured)).isEqualTo(saved(straight));
      }
    }
  }

  /** Names the first difference only: what follows from it fills pages. */
  private static void assertSame(List<Object> detoured, List<Object> straight) {
    for (var i = 0; i < Math.min(detoured.size(), straight.size()); i++) {
      assertThat(detoured.get(i)).as("happening %d", i).isEqualTo(straight.get(i));
    }
    assertThat(detoured).hasSameSizeAs(straight);
  }

  private static SavedWorld start(SplittableRandom random) {
    var now = StartingWorlds.FROZEN_START;
    var state =
        random.nextInt(3) == 0
            ? StartingWorlds.load("default", now, random.nextLong())
            : StartingWorlds.generated(12, 90, now, random.nextLong());
    return new SavedWorld("x", now, state, SavedWorld.Tokens.WRITTEN);
  }

  private static World open(SavedWorld saved) {
    var clock = WorldClock.frozenAt(saved.at());
    return new World(saved.world(), saved.state(), clock, WorldRules.defaults());
  }

  @Test
  void a_send_goes_on_from_whatever_stage_it_was_in() throws IOException {
    var stages = EnumSet.noneOf(Send.Stage.class);
    var now = StartingWorlds.FROZEN_START;
    var start = StartingWorlds.generated(1, 3, now, 1);
    var profile = SendProfile.observed().withRetriableFailures(1);
    var state = start.withSendProfiles(SendProfiles.of(profile));
    try (var world = open(new SavedWorld("x", now, state, SavedWorld.Tokens.WRITTEN))) {
      var chat = start.chats().firstKey();
      var text = new Outgoing(MessageType.TEXT, "noon?", null, null, TreePVector.empty());
      var send = world.change(tx -> MessageRules.send(tx, chat, text));

      while (world.read().sends().containsKey(send.pendingId())) {
        stages.add(world.read().sends().get(send.pendingId()).stage());
        assertEndsAlike(saved(world));
        var next = world.read().timers().next().orElseThrow().getKey().due();
        world.advance(Duration.between(world.now(), next));
      }
    }

    assertThat(stages).containsExactlyInAnyOrder(Send.Stage.values());
  }

  private static void assertEndsAlike(SavedWorld saved) throws IOException {
    var read = StateFile.read("the file", new ByteArrayInputStream(written(saved)));
    try (var straight = open(saved);
        var detoured = open(read)) {
      assertThat(detoured.advance(Duration.ofHours(1)))
          .isNotEmpty()
          .isEqualTo(straight.advance(Duration.ofHours(1)));
      assertThat(saved(detoured)).isEqualTo(saved(straight));
    }
  }

  private static void live(World world, SplittableRandom random) {
    var life = new RandomLife(world);
    for (var i = 0; i < ACTS; i++) {
      life.act(random.split());
    }
  }

  /** All that happens from here on: what comes of each act, and every commit with its changes. */
  private static List<Object> future(World world, long seed) {
    var happened = new ArrayList<Object>();
    world.listen(commit -> happened.add(told(commit)));
    var life = new RandomLife(world);
    var random = new SplittableRandom(seed + 1);
    for (var i = 0; i < ACTS; i++) {
      happened.add(life.act(random.split()));
    }
    happened.add(world.advance(Duration.ofDays(3)));
    return happened;
  }

  private static Object told(Commit commit) {
    return List.of(commit.at(), commit.changes());
  }

  /** As it is, without what leads nowhere. */
  private static SavedWorld saved(World world) {
    var state = world.read();
    var direct = TreePMap.<WorldState.DirectKey, String>empty();
    for (var entry : state.directChats().entrySet()) {
      if (state.chats().containsKey(entry.getValue())) {
        direct = direct.plus(entry.getKey(), entry.getValue());
      }
    }
    return new SavedWorld(
        world.name(), world.now(), state.withDirectChats(direct), SavedWorld.Tokens.WRITTEN);
  }

  private static byte[] written(SavedWorld saved) throws IOException {
    var out = new ByteArrayOutputStream();
    StateFile.write(saved, out);
    return out.toByteArray();
  }
}
