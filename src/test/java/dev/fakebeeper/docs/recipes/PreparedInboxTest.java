package dev.fakebeeper.docs.recipes;

import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.junit.FakeBeeperTest;
import dev.fakebeeper.junit.StartingWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// snippet: before-all
@FakeBeeperTest
@StartingWorld("two-chats.yaml")
class PreparedInboxTest {

  @BeforeAll
  static void somebodyWrites(FakeWorld world) {
    world.others().from("@ann:example.org").text("noon?").in(world.inbox().chat("Lunch").id());
  }

  @Test
  void one_test_answers(FakeBeeper beeper) throws Exception {
    new AwayBot(beeper.baseUri(), beeper.token()).answerUnread();

    assertThat(beeper.world()).chat("Lunch").isRead();
  }

  @Test
  void another_does_not_see_that(FakeWorld world) {
    assertThat(world).chat("Lunch").isUnread();
  }
}
// end
