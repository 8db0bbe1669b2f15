package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Account;

/** Accounts as the vendor's {@code Account}. Thread-safe. */
public final class AccountJson {
  private static final String SCHEMA = "Account";

  private final Shape shape;
  private final UserJson users;

  /** Writes for a build. */
  public AccountJson(Shape shape) {
    this.shape = shape;
    this.users = new UserJson(shape);
  }

  /**
   * An {@code Account}.
   *
   * @param networkName the name of its network for people
   */
  public ObjectNode write(Account account, String networkName) {
    return Members.of(SCHEMA, shape)
        .text("accountID", account.id())
        .text("loginID", account.loginId())
        .node("bridge", bridge(account.bridge()))
        .text("network", networkName)
        .node("user", users.write(account.user()))
        .text("status", Wire.lower(account.status()))
        .text("statusText", account.statusText())
        .done();
  }

  private ObjectNode bridge(Account.Bridge bridge) {
    return Members.of("AccountBridge", shape)
        .text("id", bridge.id())
        .text("type", bridge.type())
        .text("provider", Wire.hyphenated(bridge.provider()))
        .done();
  }
}
