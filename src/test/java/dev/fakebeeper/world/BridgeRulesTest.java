package dev.fakebeeper.world;

import static dev.fakebeeper.world.BridgeWorlds.BRIDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BridgeRulesTest {
  private final World world = BridgeWorlds.frozen();

  @Test
  void a_bridge_that_only_an_account_names_is_listed_behind_the_others_without_a_way_in() {
    var account =
        SmallWorlds.ACCOUNT.with(
            draft ->
                draft.id("x").bridge(new Account.Bridge("b2", "test", Account.Provider.CLOUD)));
    world.run(tx -> tx.update(state -> state.withAccounts(state.accounts().plus("x", account))));

    assertThat(BridgeRules.all(world.read())).extracting(Bridge::id).containsExactly(BRIDGE, "b2");
    assertThat(BridgeRules.require(world.read(), "b2").flows()).isEmpty();
    assertThat(BridgeRules.activeAccounts(world.read(), BridgeWorlds.ALL_KINDS)).isEqualTo(2);
    assertThatThrownBy(() -> world.run(tx -> LoginRules.create(tx, "b2", BridgeWorlds.NEW)))
        .isInstanceOfSatisfying(
            WorldException.class,
            e -> assertThat(e.reason()).isEqualTo(WorldException.Reason.UNSUPPORTED));
  }

  @Test
  void the_status_of_a_bridge_follows_from_its_accounts_unless_somebody_sets_it() {
    assertThat(status(true, null)).isEqualTo(BridgeStatus.AVAILABLE);
    assertThat(status(true, 2)).isEqualTo(BridgeStatus.AVAILABLE);
    assertThat(status(true, 1)).isEqualTo(BridgeStatus.LIMIT_REACHED);
    assertThat(status(false, null)).isEqualTo(BridgeStatus.CONNECTED);

    world.run(tx -> BridgePlay.status(tx, BRIDGE, BridgeStatus.LIMIT_REACHED, "Full"));
    assertThat(bridge().statusText()).isEqualTo("Full");
    assertThat(BridgeRules.status(world.read(), bridge())).isEqualTo(BridgeStatus.LIMIT_REACHED);

    world.run(tx -> BridgePlay.status(tx, BRIDGE, null, null));
    assertThat(BridgeRules.status(world.read(), bridge())).isEqualTo(BridgeStatus.AVAILABLE);
  }

  private BridgeStatus status(boolean multiple, Integer limit) {
    var bridge = BridgeWorlds.ALL_KINDS.withCapacity(new Bridge.Capacity(multiple, limit));
    return BridgeRules.status(world.read(), bridge);
  }

  private Bridge bridge() {
    return BridgeRules.require(world.read(), BRIDGE);
  }

  @Test
  void a_bridge_that_is_down_disconnects_its_accounts_and_brings_them_back() {
    world.run(
        tx -> BridgePlay.status(tx, BRIDGE, BridgeStatus.TEMPORARILY_UNAVAILABLE, "Back soon"));
    assertThat(account().status()).isEqualTo(AccountStatus.DISCONNECTED);
    assertThat(account().statusText()).isEqualTo("Back soon");

    world.run(tx -> BridgePlay.status(tx, BRIDGE, BridgeStatus.DISABLED, null));
    assertThat(account().status()).isEqualTo(AccountStatus.DISABLED);

    world.run(tx -> BridgePlay.status(tx, BRIDGE, null, null));
    assertThat(account().status()).isEqualTo(AccountStatus.CONNECTED);
  }

  @Test
  void an_account_that_must_reconnect_is_not_mended_by_its_bridge() {
    world.run(tx -> BridgePlay.revoke(tx, BRIDGE, "ba_1", "Signed out"));

    world.run(tx -> BridgePlay.status(tx, BRIDGE, BridgeStatus.TEMPORARILY_UNAVAILABLE, null));
    world.run(tx -> BridgePlay.status(tx, BRIDGE, null, null));

    assertThat(account().status()).isEqualTo(AccountStatus.RECONNECT_REQUIRED);
    assertThat(account().statusText()).isEqualTo("Signed out");
  }

  private Account account() {
    return world.read().requireAccount("acc");
  }

  @Test
  void a_bridge_that_goes_takes_its_accounts_chats_and_sign_ins_along() {
    SmallWorlds.directChat(world, SmallWorlds.ANN);
    var session = BridgeWorlds.create(world, BridgeWorlds.NEW);

    world.run(tx -> BridgePlay.remove(tx, BRIDGE));

    assertThat(world.read().accounts()).isEmpty();
    assertThat(world.read().chats()).isEmpty();
    assertThat(BridgeRules.all(world.read())).isEmpty();
    assertThat(BridgeWorlds.now(world, session).failure().code()).isEqualTo("bridge_gone");
  }

  @Test
  void a_login_goes_with_its_accounts_and_only_as_far_as_its_bridge_allows() {
    var second = SmallWorlds.ACCOUNT.withId("acc2");
    world.run(tx -> tx.update(state -> state.withAccounts(state.accounts().plus("acc2", second))));
    var picky = BridgeWorlds.ALL_KINDS.withRemoveScopes(List.of(RemoveScope.CURRENT_DEVICE));
    world.run(tx -> BridgePlay.put(tx, picky));

    assertThatThrownBy(() -> remove(RemoveScope.ALL_DEVICES)).isInstanceOf(WorldException.class);
    assertThat(remove(RemoveScope.CURRENT_DEVICE)).containsExactly("acc", "acc2");

    assertThat(world.read().accounts()).isEmpty();
    assertThatThrownBy(() -> remove(RemoveScope.CURRENT_DEVICE)).isInstanceOf(WorldException.class);
  }

  private List<String> remove(RemoveScope scope) {
    return world.change(tx -> BridgeRules.removeLogin(tx, BRIDGE, "ba_1", scope));
  }

  @Test
  void the_state_of_a_login_is_that_of_its_worst_account() {
    var statuses = new EnumMap<AccountStatus, BridgeLogin.Status>(AccountStatus.class);
    for (var status : AccountStatus.values()) {
      var worse = SmallWorlds.ACCOUNT.withId("x").withStatus(status);
      var login = new BridgeLogin(bridge(), "ba_1", List.of(SmallWorlds.ACCOUNT, worse));
      statuses.put(status, login.status());
    }

    assertThat(statuses)
        .isEqualTo(
            Map.of(
                AccountStatus.CONNECTED, BridgeLogin.Status.CONNECTED,
                AccountStatus.BACKFILLING, BridgeLogin.Status.CONNECTED,
                AccountStatus.CONNECTING, BridgeLogin.Status.CONNECTING,
                AccountStatus.RECONNECT_REQUIRED, BridgeLogin.Status.NEEDS_LOGIN,
                AccountStatus.ATTENTION_REQUIRED, BridgeLogin.Status.NEEDS_LOGIN,
                AccountStatus.CONNECTION_REQUIRED, BridgeLogin.Status.LOGGED_OUT,
                AccountStatus.DISCONNECTED, BridgeLogin.Status.LOGGED_OUT,
                AccountStatus.DISABLED, BridgeLogin.Status.UNKNOWN));
  }

  @ParameterizedTest
  @EnumSource(AccountStatus.class)
  void sends_go_out_while_an_account_is_connected_connecting_or_back_filling(AccountStatus status) {
    var chat = SmallWorlds.directChat(world, SmallWorlds.ANN);
    world.run(tx -> AccountRules.setStatus(tx, "acc", status, null));

    var sent = SmallWorlds.send(world, chat, "hello").sendStatus().state();

    var goes =
        List.of(AccountStatus.CONNECTED, AccountStatus.CONNECTING, AccountStatus.BACKFILLING);
    assertThat(sent)
        .isEqualTo(
            goes.contains(status) ? SendStatus.State.SUCCESS : SendStatus.State.FAIL_RETRIABLE);
    assertThat(world.read().requireChat(chat.id())).isNotNull(); // and reads go on
  }

  @Test
  void sends_of_a_dead_account_end_as_somebody_chose() {
    var chat = SmallWorlds.directChat(world, SmallWorlds.ANN);
    world.run(tx -> BridgePlay.revoke(tx, BRIDGE, "ba_1", null));

    deadSends(DeadSends.FAIL_PERMANENT);
    assertThat(SmallWorlds.send(world, chat, "a").sendStatus().state())
        .isEqualTo(SendStatus.State.FAIL_PERMANENT);

    deadSends(DeadSends.REFUSED);
    assertThatThrownBy(() -> SmallWorlds.send(world, chat, "b"))
        .isInstanceOfSatisfying(
            WorldException.class,
            e -> assertThat(e.reason()).isEqualTo(WorldException.Reason.UPSTREAM));
  }

  private void deadSends(DeadSends choice) {
    world.run(tx -> tx.update(state -> state.withBridges(state.bridges().withDeadSends(choice))));
  }

  @Test
  void a_send_that_is_on_its_way_when_the_account_dies_fails() {
    world.run(
        tx -> tx.update(state -> state.withSendProfiles(SendProfiles.of(SendProfile.observed()))));
    var chat = SmallWorlds.directChat(world, SmallWorlds.ANN);
    var pending =
        world.change(tx -> MessageRules.send(tx, chat.id(), SmallWorlds.text("hi"))).pendingId();

    world.run(tx -> BridgePlay.revoke(tx, BRIDGE, "ba_1", null));
    world.advance(java.time.Duration.ofMinutes(1));

    var status = world.read().requireMessage(chat, pending).sendStatus();
    assertThat(status.state()).isEqualTo(SendStatus.State.FAIL_RETRIABLE);
    assertThat(status.reason()).isEqualTo("account_not_connected");
  }
}
