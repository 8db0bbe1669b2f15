package dev.fakebeeper.world.json;

import dev.fakebeeper.world.ChatDraft;
import dev.fakebeeper.world.PixelSize;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** Drafts from their reading form. */
final class DraftReader {
  private DraftReader() {}

  static ChatDraft draft(Given draft) {
    var attachments =
        draft.part("attachments").byName((all, id) -> all.object(id, one -> attachment(one, id)));
    return new ChatDraft(draft.text("text", ""), TreePVector.from(attachments.values()));
  }

  private static ChatDraft.DraftAttachment attachment(Given one, String id) {
    return new ChatDraft.DraftAttachment(
        one.text("id", id),
        one.word("type", ChatDraft.Kind.FILE),
        one.text("mimeType"),
        one.text("fileName"),
        one.text("filePath"),
        one.large("fileSize"),
        one.decimal("audioDurationSeconds"),
        one.object("size", DraftReader::size));
  }

  static @Nullable PixelSize size(Given size) {
    var width = size.number("width");
    var height = size.number("height");
    return width == null || height == null ? null : new PixelSize(width, height);
  }
}
