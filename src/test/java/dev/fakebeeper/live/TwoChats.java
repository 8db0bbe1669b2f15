package dev.fakebeeper.live;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import java.util.concurrent.atomic.AtomicInteger;

/** A world of its own for one test: the bundled empty world with two direct chats. */
record TwoChats(FakeWorld control, String lunch, String gym, String ann, String bea) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  static TwoChats open(FakeBeeper beeper) {
    var name = "two-chats-" + COUNT.incrementAndGet();
    var world = beeper.worlds().open(NewWorld.named(name).startingFrom("empty"));
    var account = world.accountIds().get(0);
    var lunch = world.others().openChat(account, "@ann:beeper.local", "Ann");
    var gym = world.others().openChat(account, "@bea:beeper.local", "Bea");
    return new TwoChats(world, lunch, gym, "@ann:beeper.local", "@bea:beeper.local");
  }

  String token() {
    return control.token();
  }

  String says(String chatId, String userId, String text) {
    return control.others().from(userId).text(text).in(chatId);
  }
}
