package dev.fakebeeper.control.worlds;

import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.ChatDraft;

/** An asset as an attachment of a draft, which names kinds in words of its own. */
final class DraftAttachments {
  private DraftAttachments() {}

  static ChatDraft.DraftAttachment of(Asset asset, String id) {
    var content = asset.content();
    return new ChatDraft.DraftAttachment(
        id,
        kind(asset.mimeType()),
        asset.mimeType(),
        asset.fileName(),
        asset.url(),
        content == null ? null : content.length(),
        asset.duration(),
        asset.size());
  }

  private static ChatDraft.Kind kind(String mimeType) {
    if (mimeType.equals("image/gif")) {
      return ChatDraft.Kind.GIF;
    }
    return mimeType.startsWith("audio/") ? ChatDraft.Kind.RECORDED_AUDIO : ChatDraft.Kind.FILE;
  }
}
