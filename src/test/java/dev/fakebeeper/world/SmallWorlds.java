package dev.fakebeeper.world;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.pcollections.TreePVector;

/**
 * Small worlds for the tests of this package: one account on a network without limits, two people,
 * a frozen clock.
 */
final class SmallWorlds {
  static final Instant START = Instant.parse("2026-06-15T09:30:00Z");
  static final User ANN = UserBuilder.builder().id("@ann:beeper.local").fullName("Ann").build();
  static final User BEA = UserBuilder.builder().id("@bea:beeper.local").fullName("Bea").build();
  static final Account ACCOUNT =
      new Account(
          "acc",
          "ba_1",
          new Account.Bridge("local-test", "test", Account.Provider.LOCAL),
          UserBuilder.builder().id("ba_1").fullName("Owner").self(true).build(),
          "@owner:beeper.local",
          AccountStatus.CONNECTED,
          null);

  private SmallWorlds() {}

  static World frozen() {
    return frozen(WorldRules.defaults());
  }

  static World frozen(WorldRules rules) {
    var state = WorldState.empty(42);
    state = state.withAccounts(state.accounts().plus(ACCOUNT.id(), ACCOUNT));
    return new World(state, WorldClock.frozenAt(START), rules);
  }

  static void withNetwork(World world, ChatCapabilities capabilities, int reactionsPerPerson) {
    var network = new Network("test", "Test", capabilities, reactionsPerPerson, true, false);
    world.run(
        tx ->
            tx.update(state -> state.withNetworks(state.networks().plus(network.type(), network))));
  }

  static Chat directChat(World world, User person) {
    return world.change(tx -> ChatCreation.direct(tx, ACCOUNT, person).chat());
  }

  static Message incoming(World world, Chat chat, User sender, String html) {
    return world.change(
        tx -> {
          var ids = tx.newMessage();
          var message =
              MessageBuilder.builder()
                  .id(ids.id())
                  .chatId(chat.id())
                  .accountId(chat.accountId())
                  .senderId(sender.id())
                  .timestamp(tx.now())
                  .sortKey(ids.sortKey())
                  .type(MessageType.TEXT)
                  .html(html)
                  .attachments(TreePVector.empty())
                  .mentions(new Message.Mentions(true, TreePVector.empty()))
                  .links(TreePVector.empty())
                  .reactions(TreePVector.empty())
                  .build();
          tx.put(message);
          var before = tx.state().requireChat(chat.id());
          tx.put(UnreadRules.recount(tx.state(), before.withLastActivity(tx.now())));
          return message;
        });
  }

  static Outgoing text(String html) {
    return new Outgoing(MessageType.TEXT, html, null, null, TreePVector.empty());
  }

  static Message send(World world, Chat chat, String html) {
    var pending = world.change(tx -> MessageRules.send(tx, chat.id(), text(html)));
    return world.read().requireMessage(chat, pending.pendingId());
  }

  static ChatCapabilities capable(Consumer<ChatCapabilitiesBuilder> set) {
    var builder = ChatCapabilitiesBuilder.builder();
    set.accept(builder);
    return builder.build();
  }

  static Chat chat(World world, Chat chat) {
    return world.read().requireChat(chat.id());
  }

  static void later(World world, Duration span) {
    world.advance(span);
  }
}
