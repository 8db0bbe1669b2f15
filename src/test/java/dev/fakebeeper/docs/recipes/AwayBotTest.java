package dev.fakebeeper.docs.recipes;

// snippet: complete
import static dev.fakebeeper.assertj.FakeBeeperAssertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.junit.FakeBeeperTest;
import org.junit.jupiter.api.Test;

@FakeBeeperTest
class AwayBotTest {

  @Test
  void whoever_writes_gets_an_answer(FakeBeeper beeper) throws Exception {
    var world = beeper.world();
    var account = world.accountIds().get(0);
    var chat = world.others().openChat(account, "@ann:example.org", "Ann");
    world.others().from("@ann:example.org").text("Are you there?").in(chat);

    new AwayBot(beeper.baseUri(), beeper.token()).answerUnread(); // your client

    assertThat(world).hasRequest("sendMessage");
    assertThat(world).chat("Ann").isRead().lastMessage().hasText("I am away until Monday.");
  }
}
// end
