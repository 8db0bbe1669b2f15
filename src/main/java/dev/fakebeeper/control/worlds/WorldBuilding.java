package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountRules;
import dev.fakebeeper.world.AddressBook;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.SetupState;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.pcollections.TreePMap;

/** Makes a state from a plan, a start time and a seed. Used once, by one thread. */
final class WorldBuilding {
  private final WorldPlan plan;
  private final Transaction transaction;
  private final Map<String, Cast.Of> accounts = new LinkedHashMap<>();

  private WorldBuilding(WorldPlan plan, Transaction transaction) {
    this.plan = plan;
    this.transaction = transaction;
  }

  /** The state that a plan describes. What is due at the start has happened in it. */
  static WorldState build(WorldPlan plan, Instant now, long seed) {
    try (var world =
        new World(WorldState.empty(seed), WorldClock.frozenAt(now), WorldRules.defaults())) {
      world.run(transaction -> new WorldBuilding(plan, transaction).all());
      return world.read();
    }
  }

  private void all() {
    transaction.update(this::withThings);
    plan.accounts().values().forEach(this::account);
    new ChatsBuilding(plan, transaction, accounts).all();
    plan.accounts().values().forEach(this::contacts);
    signIn();
  }

  /** Whoever has the account on Beeper is who is signed in. */
  private void signIn() {
    transaction.state().accounts().values().stream()
        .filter(AccountRules::isOnBeeper)
        .findFirst()
        .map(Account::selfUserId)
        .ifPresent(user -> transaction.put(SetupState.readyFor(user, plan.me().email())));
  }

  private WorldState withThings(WorldState state) {
    var networks = TreePMap.<String, Network>empty();
    for (var network : plan.networks().values()) {
      networks = networks.plus(network.network().type(), network.network());
    }
    var labels = state.labels();
    for (var label : plan.labels().values()) {
      labels = labels.plus(label.id(), label);
    }
    var assets = state.assets();
    for (var asset : plan.assets().values()) {
      assets = assets.plus(asset.url(), asset);
    }
    var bridges = state.bridges().all();
    for (var bridge : plan.bridges()) {
      bridges = bridges.plus(bridge.id(), bridge);
    }
    return state
        .withNetworks(networks)
        .withLabels(labels)
        .withAssets(assets)
        .withBridges(state.bridges().withAll(bridges));
  }

  private void account(AccountPlan account) {
    var network = account.network().in(plan.networks(), "network");
    var text = transaction.newText(8);
    var login =
        account.login() == null
            ? new Slots(text, "", network.bridge(), plan.me()).fill(network.ids().login())
            : account.login();
    var cast = new Cast(plan, network, login);
    var built = account(account, cast, text);
    if (transaction.state().findAccount(built.id()).isPresent()) {
      throw new SourceException(
          account.network().place(),
          "There are two accounts with the id \"" + built.id() + "\"",
          "A second account on one network needs an id of its own",
          "Set \"id\" in one of them");
    }
    accounts.put(account.key(), new Cast.Of(built, cast));
    transaction.update(state -> state.withAccounts(state.accounts().plus(built.id(), built)));
  }

  private static Account account(AccountPlan plan, Cast cast, String text) {
    var network = cast.network();
    var bridge =
        new Account.Bridge(
            plan.bridge() == null ? network.bridge() : plan.bridge(),
            network.network().type(),
            plan.provider() == null ? network.provider() : plan.provider());
    var id = plan.id() == null ? cast.slots(null, text).fill(network.ids().account()) : plan.id();
    return new Account(
        id,
        plan.loginId() == null ? cast.owner().id() : plan.loginId(),
        bridge,
        cast.owner(),
        cast.self().id(),
        plan.status(),
        plan.statusText());
  }

  /** Everybody in a chat of the account is a contact, and whoever the file adds. */
  private void contacts(AccountPlan account) {
    var of = Objects.requireNonNull(accounts.get(account.key()));
    account.contacts().forEach(of.cast()::user);
    var book = AddressBook.of(of.cast().met());
    transaction.update(state -> state.withContacts(state.contacts().plus(of.account().id(), book)));
  }
}
