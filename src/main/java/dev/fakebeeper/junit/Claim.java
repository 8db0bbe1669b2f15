package dev.fakebeeper.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Refuses a second extension on a class: nobody could say which of them a parameter comes from. */
final class Claim {
  private Claim() {}

  static void on(ExtensionContext context, FakeBeeperExtension extension) {
    var first = Stored.in(context).get(Claim.class, FakeBeeperExtension.class, () -> extension);
    if (first != extension) {
      throw new ExtensionConfigurationException(
          "%s has two FakeBeeperExtensions, so it is not clear whose world a parameter is. Keep one: @FakeBeeperTest for the server that all tests share, or a single @RegisterExtension field for a server of its own. A second server can be started in the test with FakeBeeper.start(config)."
              .formatted(context.getRequiredTestClass().getName()));
    }
  }
}
