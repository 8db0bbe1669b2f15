package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives of a small world, by client and by others, watched from outside: after every step
 * the counts, the order, the walks by cursor, and the events must agree with what HTTP shows. A
 * failing seed is replayed with steps left out, to name few.
 */
class ModelTest {
  private static final int STEPS = 40;
  private static FakeBeeper beeper;

  @BeforeAll
  static void start() {
    beeper = FakeBeeper.start();
  }

  @AfterAll
  static void stop() {
    beeper.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void the_socket_the_lists_and_the_counts_agree(long seed) {
    var steps = new ArrayList<Long>();
    var random = new SplittableRandom(seed);
    for (var i = 0; i < STEPS; i++) {
      steps.add(random.nextLong());
    }
    try {
      live(steps);
    } catch (AssertionError failure) {
      var few = shortened(steps);
      throw new AssertionError("seed " + seed + " fails with the steps " + few, failure);
    }
  }

  /** Leaves out each step that the failure does not need. */
  private static List<Long> shortened(List<Long> steps) {
    var few = new ArrayList<>(steps);
    for (var i = few.size() - 1; i >= 0; i--) {
      var without = new ArrayList<>(few);
      without.remove(i);
      if (fails(without)) {
        few = without;
      }
    }
    return few;
  }

  private static boolean fails(List<Long> steps) {
    try {
      live(steps);
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }

  private static void live(List<Long> steps) {
    var world = TwoChats.open(beeper);
    try (var socket = SocketClient.connect(beeper, world.token()).subscribe("*")) {
      var observer = new Observer(new Api(beeper, world.token()), socket);
      var actor = new RandomActor(world, new Api(beeper, world.token()));
      for (var step : steps) {
        observer.remember();
        var done = actor.act(new SplittableRandom(step));
        observer.check(done);
      }
      restoresExactly(world, observer, actor);
    } finally {
      world.control().close();
    }
  }

  private static void restoresExactly(TwoChats world, Observer observer, RandomActor actor) {
    var saved = world.control().snapshot();
    var shown = observer.everything();
    for (var i = 0; i < 5; i++) {
      actor.act(new SplittableRandom(i));
    }
    world.control().restore(saved);
    assertThat(world.control().snapshot()).isEqualTo(saved);
    assertThat(observer.everything()).isEqualTo(shown);
  }
}
