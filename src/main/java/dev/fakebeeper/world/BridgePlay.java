package dev.fakebeeper.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to bridges and logins without the client. No event tells of it. */
public final class BridgePlay {
  private BridgePlay() {}

  /** A bridge is there, in place of one of its id; what is going on there fails. */
  public static Bridge put(Transaction transaction, Bridge bridge) {
    failSessions(transaction, bridge.id());
    store(transaction, bridge);
    return bridge;
  }

  /** A bridge goes, and its accounts with their chats. */
  public static void remove(Transaction transaction, String bridgeId) {
    var bridge = BridgeRules.require(transaction.state(), bridgeId);
    failSessions(transaction, bridgeId);
    BridgeRules.accountsOf(transaction.state(), bridge)
        .forEach(account -> AccountRules.remove(transaction, account.id()));
    transaction.update(
        state -> state.withBridges(state.bridges().withAll(state.bridges().all().minus(bridgeId))));
  }

  private static void failSessions(Transaction transaction, String bridgeId) {
    LoginPlay.failAll(
        transaction,
        session -> session.bridgeId().equals(bridgeId),
        new LoginSession.Failure("bridge_gone", "The bridge is not there any more"));
  }

  private static void store(Transaction transaction, Bridge bridge) {
    transaction.update(state -> state.withBridges(state.bridges().with(bridge)));
  }

  /**
   * A bridge has a status whatever its accounts are. One that is temporarily unavailable loses the
   * connection of its accounts, a disabled one switches them off, and one that comes back from
   * either connects them again.
   *
   * @param status null for the one that follows from the accounts
   * @param text for people, null for none
   */
  public static Bridge status(
      Transaction transaction,
      String bridgeId,
      @Nullable BridgeStatus status,
      @Nullable String text) {
    var bridge = BridgeRules.require(transaction.state(), bridgeId);
    var forced = bridge.withForced(status).withStatusText(text);
    store(transaction, forced);
    for (var account : BridgeRules.accountsOf(transaction.state(), forced)) {
      var next = next(account.status(), forced.forced());
      if (next != account.status()) {
        AccountRules.setStatus(transaction, account.id(), next, text);
      }
    }
    return forced;
  }

  private static AccountStatus next(AccountStatus now, @Nullable BridgeStatus bridge) {
    if (bridge == BridgeStatus.DISABLED) {
      return AccountStatus.DISABLED;
    }
    if (bridge == BridgeStatus.TEMPORARILY_UNAVAILABLE) {
      return now.carriesMessages() ? AccountStatus.DISCONNECTED : now;
    }
    return now == AccountStatus.DISABLED || now == AccountStatus.DISCONNECTED
        ? AccountStatus.CONNECTED
        : now;
  }

  /**
   * The network ends a login: its accounts need to be connected again, and keep their chats.
   *
   * @param text for people, null for none
   * @return the accounts
   */
  public static List<String> revoke(
      Transaction transaction, String bridgeId, String loginId, @Nullable String text) {
    var bridge = BridgeRules.require(transaction.state(), bridgeId);
    var login = BridgeRules.requireLogin(transaction.state(), bridge, loginId);
    var ids = login.accounts().stream().map(Account::id).toList();
    ids.forEach(
        id -> AccountRules.setStatus(transaction, id, AccountStatus.RECONNECT_REQUIRED, text));
    return ids;
  }
}
