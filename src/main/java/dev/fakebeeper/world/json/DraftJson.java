package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.PixelSize;
import org.jspecify.annotations.Nullable;

/** Drafts in their reading form, which differs from the form in which a client writes them. */
final class DraftJson {
  private final Shape shape;

  DraftJson(Shape shape) {
    this.shape = shape;
  }

  @Nullable ObjectNode write(@Nullable ChatDraft draft) {
    return draft == null
        ? null
        : Members.of("ChatDraft", shape)
            .text("text", draft.html())
            .node("attachments", attachments(draft))
            .done();
  }

  private @Nullable ObjectNode attachments(ChatDraft draft) {
    if (draft.attachments().isEmpty()) {
      return null;
    }
    var node = JsonNodeFactory.instance.objectNode();
    draft.attachments().forEach(attachment -> node.set(attachment.id(), write(attachment)));
    return node;
  }

  private ObjectNode write(ChatDraft.DraftAttachment attachment) {
    return Members.of("DraftAttachment", shape)
        .text("id", attachment.id())
        .text("type", Wire.lower(attachment.kind()))
        .text("mimeType", attachment.mimeType())
        .text("fileName", attachment.fileName())
        .text("filePath", attachment.filePath())
        .number("fileSize", attachment.fileSize())
        .number("audioDurationSeconds", attachment.duration())
        .node("size", size(attachment.size()))
        .done();
  }

  static @Nullable ObjectNode size(@Nullable PixelSize size) {
    return size == null
        ? null
        : Members.inline().number("width", size.width()).number("height", size.height()).done();
  }
}
