package dev.fakebeeper.testing;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountBuilder;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.AddressBooks;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCapabilities;
import dev.fakebeeper.world.Label;
import dev.fakebeeper.world.Network;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;

/** A world for a test: a frozen clock, two accounts, and whatever the test puts in. */
public final class TestWorld {
  /** What the clock shows. */
  public static final Instant START = Instant.parse("2026-06-03T09:00:00Z");

  /** The first account: WhatsApp, one reaction for each person. */
  public static final String WHATSAPP = "local-whatsapp_ba_Rk7pQ2";

  /** The second account: Discord, several reactions for each person. */
  public static final String DISCORD = "discordgo";

  private final World world =
      new World(WorldState.empty(7), WorldClock.frozenAt(START), WorldRules.defaults());
  private int chats;

  /** A world with two accounts and no chats. */
  public TestWorld() {
    add(account(WHATSAPP, "local-whatsapp", "whatsapp", Account.Provider.LOCAL), "WhatsApp", 1);
    add(account(DISCORD, "discordgo", "discordgo", Account.Provider.CLOUD), "Discord", 20);
  }

  private static Account account(
      String id, String bridgeId, String type, Account.Provider provider) {
    return AccountBuilder.builder()
        .id(id)
        .bridge(new Account.Bridge(bridgeId, type, provider))
        .user(UserBuilder.builder().id("ba_Rk7pQ2").fullName("Juno Tern").self(true).build())
        .selfUserId("@owner:" + bridgeId + ".localhost")
        .status(AccountStatus.CONNECTED)
        .build();
  }

  /** Adds an account on a network. */
  public Account add(Account account, String networkName, int reactionsPerPerson) {
    var type = account.bridge().type();
    var network =
        new Network(type, networkName, ChatCapabilities.none(), reactionsPerPerson, true, false);
    world.run(
        transaction ->
            transaction.update(
                state ->
                    state
                        .withNetworks(state.networks().plus(type, network))
                        .withAccounts(state.accounts().plus(account.id(), account))));
    return account;
  }

  /** Adds a chat. */
  public Chat add(AChat chat) {
    chats++;
    return world.change(transaction -> chat.store(transaction, chats));
  }

  /** Adds a message to a chat, without any effect on the chat. */
  public void add(Chat chat, AMessage message) {
    world.run(
        transaction -> {
          var account = transaction.state().requireAccount(chat.accountId());
          message.store(transaction, account, chat, START);
        });
  }

  /** Adds contacts to an account. */
  public void addContacts(String accountId, User... users) {
    world.run(
        transaction ->
            transaction.update(
                state ->
                    state.withContacts(
                        state
                            .contacts()
                            .plus(
                                accountId,
                                AddressBooks.plus(state.contactsOf(accountId), users)))));
  }

  /** Adds a label. */
  public Label addLabel(String id, String name) {
    var label = new Label(id, name);
    world.run(
        transaction ->
            transaction.update(state -> state.withLabels(state.labels().plus(id, label))));
    return label;
  }

  /** The world. */
  public World world() {
    return world;
  }

  /** The present state. */
  public WorldState state() {
    return world.read();
  }
}
