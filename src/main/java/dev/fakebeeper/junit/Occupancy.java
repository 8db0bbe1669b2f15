package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sees to it that one test at a time lives in the one world of a given server. Thread-safe. */
final class Occupancy {
  private final FakeBeeper running;
  private final AtomicReference<@Nullable String> occupant = new AtomicReference<>();

  Occupancy(FakeBeeper running) {
    this.running = running;
  }

  /** What the occupancy of a server is kept under. */
  record Key(FakeBeeper running) {}

  /** The guest of a context; for a test the world begins anew. */
  Guest enter(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      return new Guest(running, () -> {});
    }
    var name = TestName.of(context);
    var other = occupant.compareAndExchange(null, name);
    if (other != null) {
      throw new ExtensionConfigurationException(
          "%s began while %s ran, and both live in the one world of the fake that FakeBeeperExtension.over was given. Put @ResourceLock(\"beeper\") on the classes that use it so that their tests run one after the other, or let each test have a world of its own with @FakeBeeperTest."
              .formatted(name, other));
    }
    begin(Beginning.of(context));
    return new Guest(running, () -> occupant.set(null));
  }

  private void begin(Beginning beginning) {
    if (beginning.world() != null) {
      occupant.set(null);
      throw new ExtensionConfigurationException(
          "%s has @StartingWorld(\"%s\"), but the world of the fake that FakeBeeperExtension.over was given is there already. Give the starting world to FakeBeeper.start(config)."
              .formatted(TestName.of(beginning.context()), beginning.world().value()));
    }
    running.world().reset();
  }
}
