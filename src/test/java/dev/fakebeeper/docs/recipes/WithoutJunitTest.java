package dev.fakebeeper.docs.recipes;

import static dev.fakebeeper.control.journal.Verify.requests;

import dev.fakebeeper.FakeBeeper;
import org.junit.jupiter.api.Test;

class WithoutJunitTest {

  @Test
  void works() throws Exception {
    // snippet: without-junit
    try (var beeper = FakeBeeper.start()) {
      var world = beeper.worlds().open(beeper.newWorld("away-bot-answers"));
      try (var mine = beeper.forWorld(world)) {
        new AwayBot(mine.baseUri(), mine.token()).accounts();
        world.verify(requests("getAccounts").times(1));
      }
    }
    // end
  }
}
