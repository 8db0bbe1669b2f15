package dev.fakebeeper.docs.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.junit.Check;
import dev.fakebeeper.junit.FakeBeeperExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// snippet: own-server
class OldServerTest {
  @RegisterExtension
  static final FakeBeeperExtension BEEPER =
      FakeBeeperExtension.of(
              FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1.294").strict().build())
          .checks(Check.CONTRACT, Check.ROUTES); // of all, the ones that shall be made

  @Test
  void the_client_gets_along_with_an_old_build(FakeBeeper beeper) throws Exception {
    var accounts = new AwayBot(beeper.baseUri(), beeper.token()).accounts();

    assertThat(accounts).contains("accountID");
  }
}
// end
