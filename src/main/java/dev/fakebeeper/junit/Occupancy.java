package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Sees to it that one test at a time lives in the one world of a given server. Thread-safe. */
final class Occupancy {
  private final FakeBeeper running;
  private final AtomicReference<@Nullable String> occupant = new AtomicReference<>();

  Occupancy(FakeBeeper running) {
    this.running = running;
  }

  /** What the occupancy of a server is kept under. */
  record Key(FakeBeeper running) {}

  /** The guest of a visit; for a test the world begins anew. */
  Guest enter(Visit visit) {
    if (visit.context().getTestMethod().isEmpty()) {
      return visit.unchecked().guest(running, () -> {});
    }
    var name = TestName.of(visit.context());
    var other = occupant.compareAndExchange(null, name);
    if (other != null) {
      throw new ExtensionConfigurationException(
          "%s began while %s ran, and both live in the one world of the fake that FakeBeeperExtension.over was given. Put @ResourceLock(\"beeper\") on the classes that use it so that their tests run one after the other, or let each test have a world of its own with @FakeBeeperTest."
              .formatted(name, other));
    }
    try {
      Beginning.of(visit.context()).again(running);
      return visit.guest(running, () -> occupant.set(null));
    } catch (RuntimeException e) {
      occupant.set(null);
      throw e;
    }
  }
}
