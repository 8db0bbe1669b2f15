package dev.fakebeeper.junit;

import dev.fakebeeper.ClientSockets;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test, or a class, and the world it lives in until JUnit closes its store.
 *
 * @param beeper the server as it is seen from that world
 * @param sockets those it opens itself
 * @param watch what is noticed of its client
 * @param departure what to do at the end
 */
record Guest(FakeBeeper beeper, ClientSockets sockets, Watch watch, Runnable departure)
    implements Resource {

  /** The guest of a context if there is one. */
  static Optional<Guest> of(ExtensionContext context) {
    return Stored.in(context).find(context.getUniqueId(), Guest.class);
  }

  /**
   * The guest of a context, else of the nearest around it: dynamic tests live with their factory.
   */
  static Optional<Guest> around(ExtensionContext context) {
    var guest = of(context);
    return guest.isPresent() ? guest : context.getParent().flatMap(Guest::around);
  }

  FakeWorld world() {
    return beeper.world();
  }

  @Override
  public void close() {
    sockets.close();
    watch.end();
    departure.run();
  }
}
