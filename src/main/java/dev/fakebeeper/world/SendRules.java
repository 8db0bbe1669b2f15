package dev.fakebeeper.world;

import org.pcollections.TreePVector;

/** The life of a message that the owner sends, after it was taken. */
final class SendRules {
  private SendRules() {}

  /**
   * The network confirms: the final id takes the place of the pending one; both go on to resolve.
   */
  static void step(Transaction transaction, Timer.SendStep step) {
    var state = transaction.state();
    state
        .findChat(step.chatId())
        .flatMap(chat -> state.logOf(chat).at(step.sortKey()))
        .filter(message -> !message.deleted())
        .ifPresent(message -> transaction.put(confirmed(transaction, message)));
  }

  private static Message confirmed(Transaction transaction, Message message) {
    var status =
        new SendStatus(
            SendStatus.State.SUCCESS, transaction.now(), null, null, TreePVector.empty());
    return message.with(draft -> draft.id(transaction.newMessageId()).sendStatus(status));
  }
}
