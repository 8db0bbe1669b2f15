package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Focus;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.WorldException;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Brings the app to the front, which here means: it is noted. All state is in the world. */
final class FocusOperations {

  /**
   * Notes the call and, under the usual rule of drafts, fills the composer of the chat (inferred;
   * {@code WorldRules.focusSetsDraft} switches that off). A draft without a chat is refused, as a
   * compatible server does; a message without a chat is noted as it came (assumed).
   */
  ApiResponse focus(Call call) {
    var body = new BodyFields(call.body());
    call.world().run(transaction -> focus(transaction, body));
    return ApiResponse.ok(JsonNodeFactory.instance.objectNode().put("success", true));
  }

  private static void focus(Transaction transaction, BodyFields body) {
    var focus =
        new Focus(
            transaction.now(),
            body.filledText("chatID"),
            body.filledText("messageID"),
            body.filledText("draftText"),
            body.filledText("draftAttachmentPath"));
    requireChat(transaction, focus);
    fillComposer(transaction, focus);
    transaction.update(state -> state.withFocuses(state.focuses().plus(focus)));
  }

  private static void requireChat(Transaction transaction, Focus focus) {
    if (focus.chatId() != null) {
      var chat = transaction.state().requireChat(focus.chatId());
      if (focus.messageId() != null) {
        transaction.state().requireFinalMessage(chat, focus.messageId());
      }
    } else if (hasDraft(focus)) {
      throw WorldException.invalid("A draft needs the chatID of the chat it is for");
    }
  }

  private static boolean hasDraft(Focus focus) {
    return focus.draftText() != null || focus.draftAttachmentPath() != null;
  }

  private static void fillComposer(Transaction transaction, Focus focus) {
    if (focus.chatId() == null || !hasDraft(focus) || !transaction.rules().focusSetsDraft()) {
      return;
    }
    var html = focus.draftText() == null ? "" : MatrixHtml.ofPlainText(focus.draftText());
    var draft = new ChatDraft(html, attachments(transaction, focus));
    ChatRules.setDraft(transaction, focus.chatId(), draft);
  }

  private static PVector<ChatDraft.DraftAttachment> attachments(
      Transaction transaction, Focus focus) {
    var path = focus.draftAttachmentPath();
    if (path == null) {
      return TreePVector.empty();
    }
    return TreePVector.singleton(
        new ChatDraft.DraftAttachment(
            "att_" + transaction.newText(12),
            ChatDraft.Kind.FILE,
            null,
            FileNames.safe(path),
            path,
            null,
            null,
            null));
  }
}
