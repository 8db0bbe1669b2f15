package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Account;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Transaction;

/**
 * Where one chat is built: what there is, whose it is, and its plan.
 *
 * @param world everything that the file describes
 * @param transaction the state in the making
 * @param owner the account and the people it knows
 * @param chat the chat
 */
record Scene(WorldPlan world, Transaction transaction, Cast.Of owner, ChatPlan chat) {

  Account account() {
    return owner.account();
  }

  Cast cast() {
    return owner.cast();
  }

  Asset asset(Ref ref) {
    return ref.in(world.assets(), "asset");
  }
}
