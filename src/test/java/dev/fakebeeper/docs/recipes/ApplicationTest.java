package dev.fakebeeper.docs.recipes;

import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.junit.FakeBeeperExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// snippet: application
class ApplicationTest {
  static final FakeBeeper BEEPER = FakeBeeper.start();

  /** Built once, with one address and one token: a Spring context, say. */
  static final AwayBot APPLICATION = new AwayBot(BEEPER.baseUri(), BEEPER.token());

  @RegisterExtension static final FakeBeeperExtension FAKE = FakeBeeperExtension.over(BEEPER);

  @AfterAll
  static void stop() {
    BEEPER.close();
  }

  @Test
  void begins_anew(FakeWorld world) throws Exception {
    APPLICATION.accounts();

    assertThat(world).hasRequest("getAccounts").hasNoRequest("sendMessage");
  }
}
// end
