package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.WorldRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to change of a chat: an absent member stays, null clears it where it can be
 * cleared (documented). Text is converted when the patch is read, outside the world's lock.
 */
final class ChatPatch {
  /**
   * In the order in which they are applied (assumed); it shows only in which refusal comes first.
   */
  private static final List<Map.Entry<String, ChatRules.Flag>> FLAGS =
      List.of(
          Map.entry("isArchived", ChatRules.Flag.ARCHIVED),
          Map.entry("isLowPriority", ChatRules.Flag.LOW_PRIORITY),
          Map.entry("isPinned", ChatRules.Flag.PINNED),
          Map.entry("isMuted", ChatRules.Flag.MUTED));

  private final List<BiFunction<Transaction, String, Chat>> steps;

  private ChatPatch(List<BiFunction<Transaction, String, Chat>> steps) {
    this.steps = steps;
  }

  /** Reads a body that keeps the contract; a missing one changes nothing. */
  static ChatPatch of(JsonNode body, WorldRules rules) {
    var steps = new ArrayList<BiFunction<Transaction, String, Chat>>();
    if (body.has("title")) {
      var title = text(body, "title");
      steps.add((transaction, chatId) -> ChatRules.rename(transaction, chatId, title));
    }
    if (body.has("description")) {
      var topic = text(body, "description");
      steps.add((transaction, chatId) -> ChatRules.describe(transaction, chatId, topic));
    }
    if (body.has("imgURL")) {
      var path = text(body, "imgURL");
      steps.add((transaction, chatId) -> ChatRules.picture(transaction, chatId, path));
    }
    if (body.has("messageExpirySeconds")) {
      var seconds = body.get("messageExpirySeconds");
      var span = seconds.isNull() ? null : (Integer) seconds.intValue();
      steps.add((transaction, chatId) -> ChatRules.expireMessages(transaction, chatId, span));
    }
    addFlags(steps, body);
    if (body.has("draft")) {
      steps.add(DraftRequest.of(body.get("draft"), rules)::apply);
    }
    return new ChatPatch(List.copyOf(steps));
  }

  private static void addFlags(List<BiFunction<Transaction, String, Chat>> steps, JsonNode body) {
    for (var entry : FLAGS) {
      var flag = entry.getValue();
      var value = body.path(entry.getKey());
      if (value.isBoolean()) {
        steps.add(
            value.booleanValue()
                ? (transaction, chatId) -> ChatRules.set(transaction, chatId, flag)
                : (transaction, chatId) -> ChatRules.unset(transaction, chatId, flag));
      }
    }
  }

  private static @Nullable String text(JsonNode body, String name) {
    return body.get(name).textValue();
  }

  /** The chat as it is after all changes; when one is refused, none is made. */
  Chat apply(Transaction transaction, String chatId) {
    var chat = transaction.state().requireChat(chatId);
    for (var step : steps) {
      chat = step.apply(transaction, chatId);
    }
    return chat;
  }
}
