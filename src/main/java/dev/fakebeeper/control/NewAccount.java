package dev.fakebeeper.control;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountBuilder;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account that the owner signs in with. Begin with {@link #on} and change what matters:
 *
 * <pre>{@code
 * NewAccount.on("telegram", "local-telegram_ba_2", "@juno:telegram").named("Juno Tern")
 * }</pre>
 *
 * Immutable: each method gives a changed copy.
 */
public final class NewAccount {
  private final Account account;

  private NewAccount(Account account) {
    this.account = account;
  }

  /**
   * A connected account in the cloud.
   *
   * @param network the type of a network that the world knows, such as {@code whatsapp}
   * @param accountId an id that no account has
   * @param userId under which the owner's own messages appear
   */
  public static NewAccount on(String network, String accountId, String userId) {
    return new NewAccount(
        AccountBuilder.builder()
            .id(accountId)
            .loginId(userId)
            .bridge(new Account.Bridge(network, network, Account.Provider.CLOUD))
            .user(UserBuilder.builder().id(userId).self(true).build())
            .selfUserId(userId)
            .status(AccountStatus.CONNECTED)
            .build());
  }

  /** The owner's name on the network. */
  public NewAccount named(String fullName) {
    return owner(user -> user.fullName(fullName));
  }

  /** The owner's handle on the network. */
  public NewAccount username(String username) {
    return owner(user -> user.username(username));
  }

  private NewAccount owner(Consumer<UserBuilder> change) {
    User user = account.user().with(change);
    return new NewAccount(account.withUser(user));
  }

  /**
   * The state of the connection.
   *
   * @param status as the API spells it, such as {@code connecting}
   * @param statusText for people, null for none
   */
  public NewAccount status(String status, @Nullable String statusText) {
    var wanted = AccountStatus.valueOf(status.toUpperCase(Locale.ROOT));
    return new NewAccount(account.withStatus(wanted).withStatusText(statusText));
  }

  /** It is carried by a bridge on the device. */
  public NewAccount local() {
    var bridge = new Account.Bridge("local-" + network(), network(), Account.Provider.LOCAL);
    return new NewAccount(account.withBridge(bridge));
  }

  private String network() {
    return account.bridge().type();
  }

  Account account() {
    return account;
  }
}
