package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.AttachmentKind;
import dev.fakebeeper.world.Chat;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.ChatRules;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.UploadRules;
import dev.fakebeeper.world.WantedAttachment;
import dev.fakebeeper.world.WorldRules;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The draft that a client writes. Its attachments are named by uploads; what readers see of them
 * later has another form (documented).
 *
 * @param html the text as Matrix HTML, null when the draft is to be cleared
 * @param attachments by their ids in the draft, in order
 */
record DraftRequest(@Nullable String html, Map<String, WantedAttachment> attachments) {

  /** Reads the {@code draft} member of a patch, which may be null. */
  static DraftRequest of(JsonNode draft, WorldRules rules) {
    if (draft.isNull()) {
      return new DraftRequest(null, Map.of());
    }
    var wanted = new LinkedHashMap<String, WantedAttachment>();
    for (var entry : draft.path("attachments").properties()) {
      var fields = new BodyFields(entry.getValue());
      var id = fields.filledText("id");
      wanted.put(id == null ? entry.getKey() : id, SendRequest.attachment(fields));
    }
    var text = draft.path("text").asText();
    return new DraftRequest(text.isEmpty() ? "" : MatrixHtml.of(text, rules).html(), wanted);
  }

  /** Sets or clears the draft of a chat. */
  Chat apply(Transaction transaction, String chatId) {
    if (html == null) {
      return ChatRules.clearDraft(transaction, chatId);
    }
    PVector<ChatDraft.DraftAttachment> ready = TreePVector.empty();
    for (var wanted : attachments.entrySet()) {
      ready = ready.plus(attachment(transaction, wanted.getKey(), wanted.getValue()));
    }
    return ChatRules.setDraft(transaction, chatId, new ChatDraft(html, ready));
  }

  private static ChatDraft.DraftAttachment attachment(
      Transaction transaction, String id, WantedAttachment wanted) {
    var asset = UploadRules.require(transaction.state(), wanted.uploadId()).asset();
    var mimeType = wanted.mimeType() == null ? asset.mimeType() : wanted.mimeType();
    var content = asset.content();
    return new ChatDraft.DraftAttachment(
        id,
        kind(wanted.kind() == null ? AttachmentKind.ofMimeType(mimeType) : wanted.kind()),
        mimeType,
        wanted.fileName() == null ? asset.fileName() : wanted.fileName(),
        path(asset.url()),
        content == null ? null : content.length(),
        wanted.duration() == null ? asset.duration() : wanted.duration(),
        wanted.size() == null ? asset.size() : wanted.size());
  }

  /**
   * Drafts know three kinds only (documented); which hint becomes which is inferred from their
   * names.
   */
  private static ChatDraft.Kind kind(AttachmentKind kind) {
    if (kind.isGif()) {
      return ChatDraft.Kind.GIF;
    }
    return kind == AttachmentKind.VOICE_NOTE ? ChatDraft.Kind.RECORDED_AUDIO : ChatDraft.Kind.FILE;
  }

  private static @Nullable String path(String url) {
    return url.startsWith("file:") ? URI.create(url).getPath() : null;
  }
}
