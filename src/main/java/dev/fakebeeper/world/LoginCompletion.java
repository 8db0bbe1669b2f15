package dev.fakebeeper.world;

import java.util.Optional;

/** What a sign-in makes when its last step is done: an account, new or mended. */
final class LoginCompletion {
  private LoginCompletion() {}

  static LoginSession finish(Transaction transaction, LoginSession session) {
    var refusal = session.plan().refusal();
    if (refusal != null) {
      return fail(transaction, session, refusal);
    }
    var target = session.reconnects();
    if (target != null) {
      return mend(transaction, session, target);
    }
    var bridge = BridgeRules.require(transaction.state(), session.bridgeId());
    var person = NewPerson.of(transaction, session, bridge);
    var known = connected(transaction.state(), bridge, person);
    if (known.isPresent()) {
      var account = known.get();
      return mend(transaction, session, new LoginSession.Target(account.loginId(), account.id()));
    }
    return add(transaction, session, bridge, person);
  }

  /** Whoever is signed in already does not get a second account. */
  private static Optional<Account> connected(WorldState state, Bridge bridge, User person) {
    return BridgeRules.accountsOf(state, bridge).stream()
        .filter(account -> account.selfUserId().equals(person.id()))
        .findFirst();
  }

  private static LoginSession mend(
      Transaction transaction, LoginSession session, LoginSession.Target target) {
    var mended =
        transaction.state().accounts().values().stream()
            .filter(account -> account.bridge().id().equals(session.bridgeId()))
            .filter(account -> isOf(target, account))
            .toList();
    if (mended.isEmpty()) {
      return fail(transaction, session, LoginPlay.ACCOUNT_GONE);
    }
    for (var account : mended) {
      store(transaction, account.withStatus(AccountStatus.CONNECTING).withStatusText(null));
      BackfillRules.connect(transaction, account);
    }
    var first = mended.get(0);
    return complete(transaction, session, new LoginSession.Target(first.loginId(), first.id()));
  }

  private static boolean isOf(LoginSession.Target target, Account account) {
    return target.loginId() == null
        ? account.id().equals(target.accountId())
        : target.loginId().equals(account.loginId());
  }

  private static LoginSession add(
      Transaction transaction, LoginSession session, Bridge bridge, User person) {
    if (BridgeRules.status(transaction.state(), bridge) != BridgeStatus.AVAILABLE) {
      return fail(
          transaction,
          session,
          new LoginSession.Failure(
              "not_available", bridge.displayName() + " takes no further account"));
    }
    var account = NewPerson.account(transaction, bridge, person);
    requireNetwork(transaction, bridge);
    AccountRules.add(transaction, account);
    BackfillRules.begin(transaction, account, session.plan().telling());
    return complete(transaction, session, new LoginSession.Target(account.loginId(), account.id()));
  }

  private static void requireNetwork(Transaction transaction, Bridge bridge) {
    if (!transaction.state().networks().containsKey(bridge.type())) {
      var network = Network.unknown(bridge.type(), bridge.displayName());
      transaction.update(
          state -> state.withNetworks(state.networks().plus(network.type(), network)));
    }
  }

  private static void store(Transaction transaction, Account account) {
    transaction.update(state -> state.withAccounts(state.accounts().plus(account.id(), account)));
  }

  private static LoginSession complete(
      Transaction transaction, LoginSession session, LoginSession.Target result) {
    return LoginProgress.end(
        transaction, session.withStage(LoginSession.Stage.COMPLETE).withResult(result));
  }

  private static LoginSession fail(
      Transaction transaction, LoginSession session, LoginSession.Failure failure) {
    return LoginProgress.end(
        transaction, session.withStage(LoginSession.Stage.FAILED).withFailure(failure));
  }
}
