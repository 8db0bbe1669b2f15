package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;

/** What the owner may do with reactions. */
public final class ReactionRules {
  private ReactionRules() {}

  /**
   * Adds the owner's reaction. The same key twice is one reaction; on a network with one reaction
   * for each person the new one takes the place of the old. A transaction id that was used before
   * changes nothing.
   *
   * @param wanted the reaction, of the owner
   * @param transactionId null to have one made
   * @return the transaction id
   */
  public static String add(
      Transaction transaction,
      String chatId,
      String messageId,
      Message.Reaction wanted,
      @Nullable String transactionId) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    var message = state.requireFinalMessage(chat, messageId);
    requireReactable(transaction, chat, message, wanted.key());
    if (transactionId != null && state.reactionTransactions().containsKey(transactionId)) {
      return transactionId;
    }
    var id = transactionId == null ? "txn_" + transaction.newText(12) : transactionId;
    remember(transaction, id, message, wanted.key());
    put(transaction, chat, message, wanted);
    return id;
  }

  /** A reaction of the owner of an account. */
  public static Message.Reaction ofOwner(Account account, String key, Kind kind) {
    return new Message.Reaction(key, account.selfUserId(), kind == Kind.EMOJI, null);
  }

  /** What a reaction key is. */
  public enum Kind {
    EMOJI,
    OTHER
  }

  private static void remember(
      Transaction transaction, String transactionId, Message message, String key) {
    transaction.update(
        state ->
            state.withReactionTransactions(
                state
                    .reactionTransactions()
                    .plus(transactionId, message.chatId() + '/' + message.id() + '/' + key)));
  }

  /** Puts a reaction of anybody on a message under the rules of the network. */
  static void put(Transaction transaction, Chat chat, Message message, Message.Reaction wanted) {
    var reactions = message.reactions();
    for (var reaction : reactions) {
      if (isSame(reaction, wanted)) {
        return;
      }
    }
    var state = transaction.state();
    var network = state.networkOf(state.requireAccount(chat.accountId()));
    if (network.reactionsPerPerson() == 1) {
      for (var reaction : reactions) {
        if (reaction.participantId().equals(wanted.participantId())) {
          reactions = reactions.minus(reaction);
        }
      }
    }
    transaction.put(message.withReactions(reactions.plus(wanted)));
  }

  /** Takes the owner's reaction away; when there is none, nothing happens. */
  public static void remove(Transaction transaction, String chatId, String messageId, String key) {
    var state = transaction.state();
    var chat = state.requireChat(chatId);
    var message = state.requireFinalMessage(chat, messageId);
    var owner = state.requireAccount(chat.accountId()).selfUserId();
    drop(transaction, message, owner, key);
  }

  static void drop(Transaction transaction, Message message, String participantId, String key) {
    for (var reaction : message.reactions()) {
      if (reaction.participantId().equals(participantId) && reaction.key().equals(key)) {
        transaction.put(message.withReactions(message.reactions().minus(reaction)));
        return;
      }
    }
  }

  private static boolean isSame(Message.Reaction one, Message.Reaction other) {
    return one.participantId().equals(other.participantId()) && one.key().equals(other.key());
  }

  private static void requireReactable(
      Transaction transaction, Chat chat, Message message, String key) {
    var allowed = chat.capabilities();
    if (message.deleted()) {
      throw WorldException.unsupported("A deleted message takes no reactions");
    }
    if (!ChatCapabilities.allows(allowed.reaction())) {
      throw ChatRules.unsupported(transaction, chat, "reactions");
    }
    if (!allowed.allowedReactions().isEmpty() && !allowed.allowedReactions().contains(key)) {
      throw ChatRules.unsupported(transaction, chat, "the reaction " + key);
    }
  }
}
