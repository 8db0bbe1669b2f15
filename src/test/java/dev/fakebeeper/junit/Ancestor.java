package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import org.junit.jupiter.api.Test;

/** A class that others extend, with a file beside it that those in other packages do not have. */
@FakeBeeperTest
@StartingWorld("three-accounts.yaml")
@AllowViolations("FB-ROUTE-UNKNOWN")
public abstract class Ancestor {
  @Test
  void begins_with_the_file_beside_this_class(FakeWorld world) {
    assertThat(world.accountIds()).hasSize(3);
  }

  @Test
  void is_allowed_what_this_class_and_its_heir_allow(FakeBeeper beeper) {
    new Client(beeper).get("/v1/chat");
    new Client(beeper).get("/v1/chats/search?limit=many");
  }
}
