package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;

/** Accounts from the vendor's {@code Account}. */
public final class AccountReader {
  private AccountReader() {}

  /**
   * An account with an {@code accountID}. Builds that do not tell its bridge have one that is named
   * as the account is.
   *
   * @param selfUserId the user id under which the owner's own messages appear, which accounts do
   *     not tell
   */
  public static Account read(JsonNode json, String selfUserId) {
    var account = Given.in(json);
    var id = account.id("accountID");
    var user = account.part("user");
    return new Account(
        id,
        account.text("loginID"),
        bridge(account.part("bridge"), id),
        UserReader.user(user.text("id") == null ? Given.in(nobody(id)) : user).withSelf(true),
        selfUserId,
        account.word("status", AccountStatus.CONNECTED),
        account.text("statusText"));
  }

  private static JsonNode nobody(String accountId) {
    return Members.inline().text("id", accountId).done();
  }

  private static Account.Bridge bridge(Given bridge, String accountId) {
    return new Account.Bridge(
        bridge.text("id", accountId),
        bridge.text("type", accountId),
        bridge.word("provider", Account.Provider.CLOUD));
  }
}
