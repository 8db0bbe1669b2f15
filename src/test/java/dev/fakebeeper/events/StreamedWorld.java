package dev.fakebeeper.events;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.AccountStatus;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatCreation;
import dev.fakebeeper.world.Incoming;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageType;
import dev.fakebeeper.world.OthersRules;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.UserBuilder;
import dev.fakebeeper.world.World;
import dev.fakebeeper.world.WorldClock;
import dev.fakebeeper.world.WorldRules;
import dev.fakebeeper.world.WorldState;
import java.time.Instant;
import org.pcollections.TreePVector;

/** A world with two direct chats and a stream that tells of it at once, on the caller's thread. */
final class StreamedWorld {
  static final Instant START = Instant.parse("2026-06-15T09:30:00Z");
  static final User ANN = UserBuilder.builder().id("@ann:beeper.local").build();
  static final User BEA = UserBuilder.builder().id("@bea:beeper.local").build();

  final World world = world();
  final EventStream stream = new EventStream(world, EventSettings.defaults(), Runnable::run);
  final Chat lunch = chat(ANN);
  final Chat gym = chat(BEA);

  MemoryClient connect() {
    return MemoryClient.of(stream);
  }

  /** A client that has subscribed and has the answer behind it. */
  MemoryClient subscribed(String chatIds) {
    var client = connect();
    client.session.accept("{\"type\":\"subscriptions.set\",\"chatIDs\":" + chatIds + "}");
    client.frames.clear();
    return client;
  }

  Message message(Chat chat, User sender) {
    return message(chat, sender, "hello");
  }

  Message message(Chat chat, User sender, String text) {
    return world.change(
        tx ->
            OthersRules.message(
                tx,
                new Incoming(
                    chat.id(),
                    sender.id(),
                    MessageType.TEXT,
                    text,
                    TreePVector.empty(),
                    null,
                    TreePVector.empty(),
                    TreePVector.empty())));
  }

  Chat chat(User person) {
    return world.change(
        tx -> ChatCreation.direct(tx, tx.state().requireAccount("acc"), person).chat());
  }

  private static World world() {
    var account =
        new Account(
            "acc",
            null,
            new Account.Bridge("test", "test", Account.Provider.CLOUD),
            UserBuilder.builder().id("me").self(true).build(),
            "@me:beeper.local",
            AccountStatus.CONNECTED,
            null);
    var state = WorldState.empty(1);
    return new World(
        state.withAccounts(state.accounts().plus("acc", account)),
        WorldClock.frozenAt(START),
        WorldRules.defaults());
  }
}
