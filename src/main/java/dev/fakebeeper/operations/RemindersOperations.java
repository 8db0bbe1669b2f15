package dev.fakebeeper.operations;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatRules;
import java.time.OffsetDateTime;

/** The reminder of a chat. Thread-safe: all state is in the world. */
final class RemindersOperations {

  /** Sets the reminder, in place of an earlier one (the latter inferred). */
  ApiResponse set(Call call) {
    var wanted = call.body().path("reminder");
    var dismiss = wanted.path("dismissOnIncomingMessage");
    var reminder =
        new Chat.Reminder(
            OffsetDateTime.parse(wanted.path("remindAt").asText()).toInstant(),
            dismiss.isBoolean() ? dismiss.booleanValue() : null);
    var chatId = call.parameters().path("chatID");
    call.world().run(transaction -> ChatRules.remind(transaction, chatId, reminder));
    return ApiResponse.noContent();
  }

  /** Clears the reminder; when there is none, that is fine too (inferred). */
  ApiResponse clear(Call call) {
    var chatId = call.parameters().path("chatID");
    call.world().run(transaction -> ChatRules.clearReminder(transaction, chatId));
    return ApiResponse.noContent();
  }
}
