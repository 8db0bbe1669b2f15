package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Bridge;
import dev.fakebeeper.world.BridgeLogin;
import dev.fakebeeper.world.BridgeRules;
import dev.fakebeeper.world.LoginFlow;
import dev.fakebeeper.world.RemoveScope;
import dev.fakebeeper.world.WorldState;

/** Bridges and their logins as the vendor's {@code Bridge} and {@code BridgeLogin}. Thread-safe. */
public final class BridgeJson {
  private final Shape shape;
  private final AccountJson accounts;
  private final UserJson users;

  /** Writes for a build. */
  public BridgeJson(Shape shape) {
    this.shape = shape;
    this.accounts = new AccountJson(shape);
    this.users = new UserJson(shape);
  }

  /** A {@code Bridge} as it stands in a state, with its accounts. */
  public ObjectNode write(WorldState state, Bridge bridge) {
    return Members.of("Bridge", shape)
        .text("id", bridge.id())
        .text("displayName", bridge.displayName())
        .text("type", bridge.type())
        .text("provider", Wire.hyphenated(bridge.provider()))
        .text("network", bridge.type())
        .text("status", Wire.lower(BridgeRules.status(state, bridge)))
        .text("statusText", bridge.statusText())
        .flag("supportsMultipleAccounts", bridge.capacity().multiple())
        .number("activeAccountCount", BridgeRules.activeAccounts(state, bridge))
        .node("accounts", accounts(state, bridge))
        .done();
  }

  private ArrayNode accounts(WorldState state, Bridge bridge) {
    var all = JsonNodeFactory.instance.arrayNode();
    BridgeRules.accountsOf(state, bridge).forEach(account -> all.add(account(state, account)));
    return all;
  }

  ObjectNode account(WorldState state, Account account) {
    return accounts.write(account, state.networkOf(account).displayName());
  }

  /** A {@code LoginFlow}, without its steps. */
  public ObjectNode write(LoginFlow flow) {
    return Members.of("LoginFlow", shape)
        .text("id", flow.id())
        .text("name", flow.name())
        .text("description", flow.description())
        .done();
  }

  /** A {@code BridgeLogin}. */
  public ObjectNode write(BridgeLogin login) {
    return Members.of("BridgeLogin", shape)
        .text("bridgeID", login.bridge().id())
        .text("loginID", login.id())
        .text("status", Wire.lower(login.status()))
        .text("statusText", login.statusText())
        .node("removeScopes", scopes(login.bridge()))
        .texts("accountIDs", login.accounts().stream().map(Account::id).toList())
        .node("user", users.write(login.user()))
        .done();
  }

  private static JsonNode scopes(Bridge bridge) {
    var all = JsonNodeFactory.instance.arrayNode();
    bridge.removeScopes().forEach(scope -> all.add(word(scope)));
    return all;
  }

  /** A scope as the vendor spells it. */
  public static String word(RemoveScope scope) {
    return Wire.hyphenated(scope);
  }
}
