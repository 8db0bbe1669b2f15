package dev.fakebeeper.operations;

import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.testing.TestWorld;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountBuilder;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.BridgePlay;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.UserBuilder;

/** The usual test world with the bundled bridges, and accounts that know their logins. */
final class BridgedWorld {
  private BridgedWorld() {}

  static TestWorld withLogins() {
    var world = new TestWorld();
    world.world().run(tx -> BundledBridges.all().forEach(bridge -> BridgePlay.put(tx, bridge)));
    var whatsapp = world.state().requireAccount(TestWorld.WHATSAPP);
    world.add(whatsapp.withLoginId("ba_Rk7pQ2"), "WhatsApp", 1);
    return world;
  }

  static Account account(TestWorld world, String bridgeId, String loginId) {
    var bridge = BridgeRules.require(world.state(), bridgeId);
    return world.add(
        AccountBuilder.builder()
            .id(bridgeId + "_" + loginId)
            .loginId(loginId)
            .bridge(bridge.ofAccount())
            .user(UserBuilder.builder().id(loginId).self(true).build())
            .selfUserId("@me:" + bridgeId)
            .status(AccountStatus.CONNECTED)
            .build(),
        bridge.displayName(),
        1);
  }
}
