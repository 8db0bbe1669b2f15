package dev.fakebeeper.world;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on a bridge, as it follows from the accounts that it owns.
 *
 * @param bridge the bridge
 * @param id the key, unique on its bridge
 * @param accounts what it owns, one at least
 */
public record BridgeLogin(Bridge bridge, String id, List<Account> accounts) {

  /** Copies the accounts. */
  public BridgeLogin {
    accounts = List.copyOf(accounts);
  }

  /** The state of a login, the best first; the wire spells it in lower case. */
  public enum Status {
    CONNECTED,
    CONNECTING,
    UNKNOWN,
    LOGGED_OUT,
    NEEDS_LOGIN
  }

  /** The state of the account that is worst off (inferred: only the words are documented). */
  public Status status() {
    return status(worst().status());
  }

  private static Status status(AccountStatus account) {
    return switch (account) {
      case CONNECTED, BACKFILLING -> Status.CONNECTED;
      case CONNECTING -> Status.CONNECTING;
      case RECONNECT_REQUIRED, ATTENTION_REQUIRED -> Status.NEEDS_LOGIN;
      case CONNECTION_REQUIRED, DISCONNECTED -> Status.LOGGED_OUT;
      case DISABLED -> Status.UNKNOWN;
    };
  }

  /** The same for people, null for none. */
  public @Nullable String statusText() {
    return worst().statusText();
  }

  /** Who is signed in. */
  public User user() {
    return accounts.get(0).user();
  }

  /** Its account, if it has one alone. */
  Optional<Account> onlyAccount() {
    return accounts.size() == 1 ? Optional.of(accounts.get(0)) : Optional.empty();
  }

  private Account worst() {
    var worst = accounts.get(0);
    for (var account : accounts) {
      if (status(account.status()).compareTo(status(worst.status())) > 0) {
        worst = account;
      }
    }
    return worst;
  }
}
