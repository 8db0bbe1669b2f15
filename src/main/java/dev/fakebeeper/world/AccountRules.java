package dev.fakebeeper.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How accounts come, lose their connection and go, without a call of the client. */
public final class AccountRules {
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
}
