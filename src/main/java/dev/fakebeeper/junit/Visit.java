package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.scenarios.ServerPart;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test, or a class, that wants a world to live in.
 *
 * @param checks those of the extension
 */
record Visit(ExtensionContext context, Checks checks) {

  /** The guest of this visit, in a world that is opened for it. */
  Guest inOwnWorld(Function<ServerPart, RunningServer> servers) {
    return once(
        () -> {
          var beeper = Beginning.of(context).open(servers);
          return guest(beeper, beeper::close);
        });
  }

  /** The one guest of this visit, however often it is asked for. */
  Guest once(Supplier<Guest> arrival) {
    return Stored.in(context).get(context.getUniqueId(), Guest.class, arrival);
  }

  /** This visit without checks: of a class whose tests live in the same world and are checked. */
  Visit unchecked() {
    return new Visit(context, checks.only(Set.of()));
  }

  /** A guest who is watched from now on. */
  Guest guest(FakeBeeper beeper, Runnable departure) {
    var own = context.getTestMethod().isPresent() ? checks : checks.ofClass();
    var watch = Watch.over(beeper.world(), own.allowing(Annotations.allowed(context)));
    return new Guest(beeper, beeper.clientSockets(), watch, departure);
  }
}
