package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test, or a class, and the world it lives in until JUnit closes its store.
 *
 * @param beeper the server as it is seen from that world
 * @param departure what to do at the end
 */
record Guest(FakeBeeper beeper, Runnable departure) implements Resource {

  /** The guest of a context, in a world that is opened for it. */
  static Guest withOwnWorld(FakeBeeper server, ExtensionContext context) {
    return of(
        context,
        () -> {
          var beeper = server.forWorld(Beginning.of(context).open(server));
          return new Guest(beeper, beeper::close);
        });
  }

  /** The one guest of a context. */
  static Guest of(ExtensionContext context, Supplier<Guest> arrival) {
    return Stored.in(context).get(context.getUniqueId(), Guest.class, arrival);
  }

  /** The guest of a context if there is one. */
  static Optional<Guest> of(ExtensionContext context) {
    return Stored.in(context).find(context.getUniqueId(), Guest.class);
  }

  FakeWorld world() {
    return beeper.world();
  }

  @Override
  public void close() {
    departure.run();
  }
}
