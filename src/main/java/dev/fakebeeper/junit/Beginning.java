package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.ServerPart;
import dev.fakebeeper.recording.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test, or a class, begins with: what the nearest annotations choose, else a copy of the
 * world of the class around it, else what the server's worlds begin with.
 *
 * @param context of the test or the class
 * @param choices from the outside inwards, each with what those after it leave open
 * @param host whose world to copy, null for nobody's
 */
record Beginning(ExtensionContext context, List<Choice> choices, @Nullable Guest host) {

  /**
   * Finds it.
   *
   * @throws ExtensionConfigurationException when annotations contradict each other, or name what is
   *     not there
   */
  static Beginning of(ExtensionContext context) {
    return explained(context, () -> find(context));
  }

  private static Beginning find(ExtensionContext context) {
    var choices = new ArrayList<Choice>();
    for (var level : Annotations.levels(context)) {
      var host = level == context ? Optional.<Guest>empty() : Guest.of(level);
      if (host.isPresent() && choices.stream().noneMatch(Choice::choosesTheWorld)) {
        return new Beginning(context, choices, host.get());
      }
      var choice = Choice.of(level);
      for (var nearer : choices) {
        choice = choice.without(nearer);
      }
      choices.add(0, choice);
    }
    return new Beginning(context, choices, null);
  }

  /**
   * Opens the world on a server that fits.
   *
   * @return the server as it is seen from that world
   * @throws ExtensionConfigurationException when the choice cannot be had
   */
  FakeBeeper open(Function<ServerPart, RunningServer> servers) {
    var name = TestName.unique(context);
    if (host != null) {
      return host.beeper().forWorld(explained(context, () -> copied(host, name)));
    }
    var server = servers.apply(needs());
    var beeper = server.beeper();
    return beeper.forWorld(
        explained(
            context,
            () ->
                beeper
                    .worlds()
                    .open(server.start(choices).called(name).stubs(Annotations.stubs(context)))));
  }

  private FakeWorld copied(Guest other, String name) {
    var start = NewWorld.named(name).startingFrom(other.world());
    var copy = other.beeper().worlds().open(start.stubs(Annotations.stubs(context)));
    try {
      replaceScenarios(copy);
      return copy;
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** A scenario that is chosen nearer to the test wins over the one of the class around it. */
  private void replaceScenarios(FakeWorld copy) {
    var chosen = scenarios(choices).toList();
    if (chosen.isEmpty()) {
      return;
    }
    var further = Annotations.levels(context).stream().skip(choices.size()).map(Choice::of);
    scenarios(further.toList())
        .flatMap(scenario -> copy.scenarios().find(scenario.name()).stream())
        .forEach(loaded -> copy.scenarios().unload(loaded.name()));
    chosen.forEach(copy.scenarios()::load);
  }

  private static Stream<Scenario> scenarios(List<Choice> choices) {
    return choices.stream().flatMap(choice -> choice.scenario().stream());
  }

  private ServerPart needs() {
    return scenarios(choices).map(Scenario::server).findFirst().orElse(ServerPart.ANY);
  }

  /** Lets the one world of a server that somebody gave begin anew. */
  void again(FakeBeeper given) {
    if (choices.stream().anyMatch(choice -> choice.world().isPresent())) {
      throw new ExtensionConfigurationException(
          "%s has @StartingWorld, but the world of the fake that FakeBeeperExtension.over was given is there already. Give the starting world to FakeBeeper.start(config)."
              .formatted(TestName.of(context)));
    }
    if (choices.stream().anyMatch(choice -> choice.replay().isPresent())) {
      throw new ExtensionConfigurationException(
          "%s has @Replay, but the world of the fake that FakeBeeperExtension.over was given is there already. Give the recording to FakeBeeper.start(config)."
              .formatted(TestName.of(context)));
    }
    var world = given.world();
    world.reset();
    explained(
        context,
        () -> {
          scenarios(choices).forEach(world.scenarios()::load);
          Annotations.stubs(context).forEach(world.stubs()::load);
          return world;
        });
  }

  /** A setting that cannot be had; one that needs what is not there is an illegal state. */
  private static boolean isMisuse(RuntimeException e) {
    return e instanceof IllegalArgumentException
        || e instanceof IllegalStateException
        || e instanceof RecordingException
        || Refusal.of(e).isPresent();
  }

  private static <T> T explained(ExtensionContext context, Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException e) {
      if (isMisuse(e)) {
        throw new ExtensionConfigurationException(
            "%s cannot begin. %s".formatted(TestName.of(context), e.getMessage()), e);
      }
      throw e;
    }
  }
}
