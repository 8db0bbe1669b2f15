package dev.fakebeeper.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bridges and their logins as they follow from the accounts, and how a login is removed. */
public final class BridgeRules {
  private BridgeRules() {}

  /** All bridges: those that somebody described, then those that only an account names. */
  public static List<Bridge> all(WorldState state) {
    return List.copyOf(byId(state).values());
  }

  private static Map<String, Bridge> byId(WorldState state) {
    Map<String, Bridge> all = new LinkedHashMap<>(state.bridges().all());
    for (var account : state.accounts().values()) {
      all.computeIfAbsent(account.bridge().id(), id -> behind(state, account));
    }
    return all;
  }

  private static Bridge behind(WorldState state, Account account) {
    return Bridge.undescribed(account.bridge(), state.networkOf(account).displayName());
  }

  /** The bridge with an id. */
  public static Optional<Bridge> find(WorldState state, String id) {
    return Optional.ofNullable(state.bridges().all().get(id))
        .or(
            () ->
                state.accounts().values().stream()
                    .filter(account -> account.bridge().id().equals(id))
                    .findFirst()
                    .map(account -> behind(state, account)));
  }

  /** The bridge with an id; not found otherwise. */
  public static Bridge require(WorldState state, String id) {
    return find(state, id).orElseThrow(() -> WorldException.notFound("Bridge", id));
  }

  /** The accounts that a bridge carries, in the order of the accounts list. */
  public static List<Account> accountsOf(WorldState state, Bridge bridge) {
    return state.accounts().values().stream()
        .filter(account -> account.bridge().id().equals(bridge.id()))
        .toList();
  }

  /** How many accounts of its network are not switched off, on whatever bridge (documented). */
  public static int activeAccounts(WorldState state, Bridge bridge) {
    return (int)
        state.accounts().values().stream()
            .filter(account -> account.bridge().type().equals(bridge.type()))
            .filter(account -> account.status() != AccountStatus.DISABLED)
            .count();
  }

  /** Whether a bridge takes a new account (which status means what is inferred). */
  public static BridgeStatus status(WorldState state, Bridge bridge) {
    var forced = bridge.forced();
    if (forced != null) {
      return forced;
    }
    var limit = bridge.capacity().limit();
    if (!bridge.capacity().multiple() && !accountsOf(state, bridge).isEmpty()) {
      return BridgeStatus.CONNECTED;
    }
    return limit != null && activeAccounts(state, bridge) >= limit
        ? BridgeStatus.LIMIT_REACHED
        : BridgeStatus.AVAILABLE;
  }

  /** The logins of a bridge, in the order of their accounts. */
  public static List<BridgeLogin> logins(WorldState state, Bridge bridge) {
    var byId = new LinkedHashMap<String, List<Account>>();
    for (var account : accountsOf(state, bridge)) {
      if (account.loginId() != null) {
        byId.computeIfAbsent(account.loginId(), id -> new ArrayList<>()).add(account);
      }
    }
    return byId.entrySet().stream()
        .map(login -> new BridgeLogin(bridge, login.getKey(), login.getValue()))
        .toList();
  }

  /** The step that a session waits at; none when it has ended. */
  public static Optional<LoginStep> stepOf(WorldState state, LoginSession session) {
    return session.isOpen()
        ? require(state, session.bridgeId())
            .findFlow(session.flowId())
            .map(flow -> flow.steps().get(session.step()))
        : Optional.empty();
  }

  /** The login with an id on a bridge, if an account has it. */
  public static Optional<BridgeLogin> findLogin(WorldState state, Bridge bridge, String loginId) {
    return logins(state, bridge).stream().filter(login -> login.id().equals(loginId)).findFirst();
  }

  /** The login with an id on a bridge; not found otherwise. */
  public static BridgeLogin requireLogin(WorldState state, Bridge bridge, String loginId) {
    return findLogin(state, bridge, loginId)
        .orElseThrow(() -> WorldException.notFound("Login", loginId));
  }

  /**
   * Removes a login, and with it its accounts and their chats; sessions that connect it again fail.
   * How far that reaches makes no difference here: no other device is part of a world.
   *
   * @return the accounts that went
   */
  public static List<String> removeLogin(
      Transaction transaction, String bridgeId, String loginId, RemoveScope scope) {
    var bridge = require(transaction.state(), bridgeId);
    var login = requireLogin(transaction.state(), bridge, loginId);
    if (!bridge.removeScopes().contains(scope)) {
      throw WorldException.unsupported(
          bridge.displayName() + " logins cannot be removed with this scope");
    }
    var gone = login.accounts().stream().map(Account::id).toList();
    gone.forEach(account -> AccountRules.remove(transaction, account));
    return gone;
  }

  /** Refuses what a bridge does not take now. What each refusal is called is assumed. */
  static void requireTaking(WorldState state, Bridge bridge, Purpose purpose) {
    var name = bridge.displayName();
    switch (status(state, bridge)) {
      case AVAILABLE -> {
        // takes everything
      }
      case CONNECTED, LIMIT_REACHED -> {
        if (purpose == Purpose.NEW_ACCOUNT) {
          throw WorldException.conflict(name + " takes no further account");
        }
      }
      case TEMPORARILY_UNAVAILABLE ->
          throw WorldException.upstream(name + " is temporarily unavailable");
      case DISABLED -> throw WorldException.unsupported(name + " is disabled");
    }
  }

  /** What a sign-in is for. */
  enum Purpose {
    NEW_ACCOUNT,
    RECONNECT
  }
}
