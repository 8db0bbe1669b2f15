package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.ReactionRules;
import dev.fakebeeper.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The owner's reactions. Both calls only queue, so both succeed whatever the network makes of it
 * (documented). Stateless: all state is in the world.
 */
final class ReactionsOperations {

  /**
   * Adds a reaction. The transaction id is echoed, or made up (documented); one that was used
   * before changes nothing.
   */
  ApiResponse add(Call call) {
    var body = new BodyFields(call.body());
    var key = body.text("reactionKey");
    if (key == null) {
      throw new ApiException(ApiError.invalid("reactionKey", "a reaction key", "nothing"));
    }
    var wanted = body.filledText("transactionID");
    return call.world().change(transaction -> add(transaction, call, key, wanted));
  }

  private static ApiResponse add(
      Transaction transaction, Call call, String key, @Nullable String wanted) {
    var target = Target.of(transaction, call);
    var owner = transaction.state().requireAccount(target.message().accountId());
    var kind = EmojiKeys.isEmoji(key) ? ReactionRules.Kind.EMOJI : ReactionRules.Kind.OTHER;
    var transactionId =
        ReactionRules.add(
            transaction,
            target.chatId(),
            target.message().id(),
            ReactionRules.ofOwner(owner, key, kind),
            wanted);
    return ApiResponse.ok(queued(target, key).put("transactionID", transactionId));
  }

  /** Removes the owner's reaction; removing what is not there succeeds (observed in clients). */
  ApiResponse remove(Call call) {
    var key = call.parameters().path("reactionKey");
    return call.world()
        .change(
            transaction -> {
              var target = Target.of(transaction, call);
              ReactionRules.remove(transaction, target.chatId(), target.message().id(), key);
              return ApiResponse.ok(queued(target, key));
            });
  }

  private static ObjectNode queued(Target target, String key) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("success", true)
        .put("chatID", target.chatId())
        .put("messageID", target.message().id())
        .put("reactionKey", key);
  }

  /** The message of a call, under its real ids, whatever ids the call used. */
  private record Target(String chatId, Message message) {
    static Target of(Transaction transaction, Call call) {
      var state = transaction.state();
      var chat = state.requireChat(call.parameters().path("chatID"));
      return new Target(
          chat.id(), state.requireFinalMessage(chat, call.parameters().path("messageID")));
    }
  }
}
