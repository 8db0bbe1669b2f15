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
        .ifPresent(message -> transaction.put(after(transaction, message)));
  }

  private static Message after(Transaction transaction, Message message) {
    var account = transaction.state().findAccount(message.accountId());
    return account.isPresent() && account.get().status().carriesMessages()
        ? confirmed(transaction, message)
        : failed(transaction, message);
  }

  /**
   * What becomes of a send over a dead bridge is not known; failing so that it can be tried again
   * is the default taken.
   */
  private static Message failed(Transaction transaction, Message message) {
    return message.withSendStatus(
        new SendStatus(
            SendStatus.State.FAIL_RETRIABLE,
            transaction.now(),
            "account_not_connected",
            "The account is not connected",
            TreePVector.empty()));
  }

  private static Message confirmed(Transaction transaction, Message message) {
    var status =
        new SendStatus(
            SendStatus.State.SUCCESS, transaction.now(), null, null, TreePVector.empty());
    return message.with(draft -> draft.id(transaction.newMessageId()).sendStatus(status));
  }
}
