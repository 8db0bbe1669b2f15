package dev.fakebeeper.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How accounts come, lose their connection and go, without a call of the client. */
public final class AccountRules {
  /** The network of Beeper itself, on which whoever is signed in has an account. */
  private static final String BEEPER = "matrix";

  private AccountRules() {}

  /** The connection of an account changes. No event tells of it; clients find out by asking. */
  public static Account setStatus(
      Transaction transaction, String accountId, AccountStatus status, @Nullable String text) {
    var account =
        transaction.state().requireAccount(accountId).withStatus(status).withStatusText(text);
    transaction.update(state -> state.withAccounts(state.accounts().plus(accountId, account)));
    BackfillRules.statusChanged(transaction, account);
    return account;
  }

  /** The owner signs in with another account. No event tells of it; clients find out by asking. */
  public static Account add(Transaction transaction, Account account) {
    var state = transaction.state();
    if (state.findAccount(account.id()).isPresent()) {
      throw WorldException.conflict("There is an account with the id " + account.id());
    }
    if (!state.networks().containsKey(account.bridge().type())) {
      throw WorldException.notFound("Network", account.bridge().type());
    }
    transaction.update(
        now ->
            now.withAccounts(now.accounts().plus(account.id(), account))
                .withContacts(now.contacts().plus(account.id(), AddressBook.empty())));
    return account;
  }

  /** An account goes, and all its chats with it; what connects it again fails. */
  public static void remove(Transaction transaction, String accountId) {
    var state = transaction.state();
    state.requireAccount(accountId);
    state
        .inbox()
        .newestFirst(List.of(accountId))
        .forEachRemaining(entry -> transaction.remove(state.requireChat(entry.chatId())));
    transaction.update(
        now ->
            now.withAccounts(now.accounts().minus(accountId))
                .withContacts(now.contacts().minus(accountId)));
    BackfillRules.forget(transaction, accountId);
    LoginPlay.accountGone(transaction, accountId);
  }

  /** Bridges that run in the cloud lose the keys to what they carry. */
  static void signOutOfCloud(Transaction transaction) {
    for (var account : List.copyOf(transaction.state().accounts().values())) {
      if (account.bridge().provider() == Account.Provider.CLOUD && !isOnBeeper(account)) {
        setStatus(
            transaction,
            account.id(),
            AccountStatus.RECONNECT_REQUIRED,
            "Signed out because the recovery key was reset");
      }
    }
  }

  /** Whether it is the account on Beeper itself, which is no bridge's. */
  public static boolean isOnBeeper(Account account) {
    return account.bridge().type().equals(BEEPER);
  }

  /** Somebody else signs in: the account on Beeper is theirs and empty, every other one goes. */
  static void handOver(Transaction transaction, Account account, String userId) {
    remove(transaction, account.id());
    if (isOnBeeper(account)) {
      var username = userId.substring(1, userId.indexOf(':'));
      var user = UserBuilder.builder().id(username).username(username).self(true).build();
      add(transaction, account.withLoginId(null).withUser(user).withSelfUserId(userId));
    }
  }
}
