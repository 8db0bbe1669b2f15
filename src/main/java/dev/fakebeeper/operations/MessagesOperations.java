package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.MessageLog;
import dev.fakebeeper.world.MessageRules;
import dev.fakebeeper.world.TextRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.json.Shape;
import java.util.Iterator;

/** The messages of a chat. Thread-safe: all state is in the world. */
final class MessagesOperations {
  private final Shown shown;
  private final Shape shape;
  private final ShortForms shortForms;
  private final OperationsSettings settings;

  MessagesOperations(Shown shown, Contract contract, OperationsSettings settings) {
    this.shown = shown;
    this.shape = contract::shows;
    this.shortForms = ShortForms.of(contract.version());
    this.settings = settings;
  }

  /**
   * A page of a chat's messages, newest first, from the newest one or from a cursor. Builds before
   * 4.2.808 name no cursors; their clients go on with a sort key (both documented).
   */
  ApiResponse list(Call call) {
    var state = call.state();
    var chat = state.requireChat(call.parameters().path("chatID"));
    var log = state.logOf(chat);
    var direction = Direction.of(call.parameters());
    var walk =
        call.parameters()
            .text("cursor")
            .map(cursor -> walk(log, Cursor.message(log, cursor), direction))
            .orElseGet(log::newestFirst);
    var slice = Slice.of(walk, direction, settings.messagesPage());
    var page = slice.page(message -> shown.message(state, chat, message), Cursor::ofMessage);
    if (!shape.shows("ListMessagesOutput", "oldestCursor")) {
      page.rest().retain("hasMore");
    }
    return ApiResponse.ok(page);
  }

  private static Iterator<Message> walk(MessageLog log, long sortKey, Direction direction) {
    return direction == Direction.AFTER ? log.newerThan(sortKey) : log.olderThan(sortKey);
  }

  /**
   * Takes a message for sending and answers at once; what becomes of it shows later in the message
   * (documented). Each call is a message of its own, retried or not.
   */
  ApiResponse send(Call call) {
    var request = SendRequest.of(new BodyFields(call.body()), call.world().rules());
    var chatId = call.parameters().path("chatID");
    var send = call.world().change(transaction -> request.send(transaction, chatId));
    return ApiResponse.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("chatID", send.chatId())
            .put("pendingMessageID", send.pendingId()));
  }

  /** A message by its final id, its pending id or its Matrix event id (documented). */
  ApiResponse get(Call call) {
    var state = call.state();
    var chat = state.requireChat(call.parameters().path("chatID"));
    var message = state.requireMessage(chat, call.parameters().path("messageID"));
    return ApiResponse.ok(new Body.Fragment(shown.message(state, chat, message)));
  }

  /**
   * Replaces the text of an own message; answers the message and the two old aliases, builds before
   * 4.2.808 only these.
   */
  ApiResponse edit(Call call) {
    var text = new BodyFields(call.body()).text("text");
    if (text == null) {
      throw new ApiException(ApiError.invalid("text", "the new text", "nothing"));
    }
    var rich = MatrixHtml.of(text, call.world().rules());
    var visible = MatrixHtml.visibleText(rich.html());
    return call.world().change(transaction -> edit(transaction, call, rich, visible));
  }

  private ApiResponse edit(Transaction transaction, Call call, RichText text, String visible) {
    var chat = transaction.state().requireChat(call.parameters().path("chatID"));
    TextRules.requireFits(chat, visible);
    var mentions = new MessageRules.Mentions(text.mentions());
    var messageId = call.parameters().path("messageID");
    Message edited = MessageRules.edit(transaction, chat.id(), messageId, text.html(), mentions);
    var answer =
        shortForms == ShortForms.KEPT
            ? JsonNodeFactory.instance.objectNode().put("chatID", chat.id())
            : shown.messageTree(transaction.state(), chat, edited);
    return ApiResponse.ok(answer.put("success", true).put("messageID", edited.id()));
  }

  /**
   * Deletes a message for everybody or, when {@code forEveryone} is false, for the owner only. Its
   * default is true (documented), which surprises clients that leave it out.
   */
  ApiResponse delete(Call call) {
    var scope =
        call.parameters().bool("forEveryone").orElse(true)
            ? MessageRules.DeleteScope.EVERYONE
            : MessageRules.DeleteScope.OWNER;
    var chatId = call.parameters().path("chatID");
    var messageId = call.parameters().path("messageID");
    call.world().run(transaction -> MessageRules.delete(transaction, chatId, messageId, scope));
    return ApiResponse.noContent();
  }
}
