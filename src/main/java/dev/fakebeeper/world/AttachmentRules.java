package dev.fakebeeper.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the owner may attach to a message. A chat of which nothing is known takes everything; where
 * capabilities are given, a kind or media type that is not among them is refused (documented).
 */
public final class AttachmentRules {
  private static final int MEDIA_ID_LENGTH = 24;

  private AttachmentRules() {}

  /** An attachment ready to be sent, and what its message is made of. */
  public record Ready(Attachment attachment, AttachmentKind kind) {}

  /**
   * Makes an upload an attachment for a chat. Its bytes become an asset of the world under an URL
   * of their own, so the message keeps them when the upload is forgotten.
   *
   * @throws WorldException not found for the upload, unsupported when the chat does not take it
   */
  public static Ready attach(Transaction transaction, String chatId, WantedAttachment wanted) {
    var chat = transaction.state().requireChat(chatId);
    var upload = UploadRules.require(transaction.state(), wanted.uploadId()).asset();
    var asset = said(wanted, upload, mediaUrl(transaction, chat));
    var kind = kindOf(wanted.kind(), asset.mimeType());
    requireTaken(transaction, chat, kind, asset);
    transaction.update(state -> state.withAssets(state.assets().plus(asset.url(), asset)));
    return new Ready(attachment(asset, kind, upload.url()), kind);
  }

  private static Asset said(WantedAttachment wanted, Asset upload, String url) {
    return new Asset(
        url,
        wanted.mimeType() == null ? upload.mimeType() : wanted.mimeType(),
        wanted.fileName() == null ? upload.fileName() : wanted.fileName(),
        upload.content(),
        wanted.size() == null ? upload.size() : wanted.size(),
        wanted.duration() == null ? upload.duration() : wanted.duration());
  }

  /** Bridges on this machine keep media themselves, the others on their server (inferred). */
  private static String mediaUrl(Transaction transaction, Chat chat) {
    var bridge = transaction.state().requireAccount(chat.accountId()).bridge();
    var id = transaction.newText(MEDIA_ID_LENGTH);
    return bridge.provider() == Account.Provider.LOCAL
        ? "localmxc://" + bridge.id() + "/" + id
        : "mxc://beeper.local/" + id;
  }

  private static AttachmentKind kindOf(@Nullable AttachmentKind wanted, String mimeType) {
    if (wanted == null) {
      return AttachmentKind.ofMimeType(mimeType);
    }
    return wanted == AttachmentKind.GIF && mimeType.startsWith("video/")
        ? AttachmentKind.GIF_VIDEO
        : wanted;
  }

  private static Attachment attachment(Asset asset, AttachmentKind kind, String srcUrl) {
    var content = asset.content();
    return AttachmentBuilder.builder()
        .id(asset.url())
        .kind(kind.shownAs())
        .srcUrl(srcUrl)
        .mimeType(asset.mimeType())
        .fileName(asset.fileName())
        .fileSize(content == null ? null : content.length())
        .gif(kind.isGif())
        .sticker(kind == AttachmentKind.STICKER)
        .voiceNote(kind == AttachmentKind.VOICE_NOTE)
        .duration(asset.duration())
        .size(asset.size())
        .build();
  }

  private static void requireTaken(
      Transaction transaction, Chat chat, AttachmentKind kind, Asset asset) {
    if (chat.capabilities().attachments().isEmpty()) {
      return;
    }
    var limits = capabilityOf(chat, kind);
    if (limits.isEmpty() || !takes(limits.get(), asset.mimeType())) {
      throw ChatRules.unsupported(
          transaction, chat, "attachments of type " + asset.mimeType() + " as " + kind.name());
    }
    requireWithin(limits.get(), asset);
  }

  static Optional<ChatCapabilities.AttachmentCapabilities> capabilityOf(
      Chat chat, AttachmentKind kind) {
    return Optional.ofNullable(chat.capabilities().attachments().get(kind.capability()));
  }

  /** The most exact pattern decides: the type itself, all of its family, everything. */
  private static boolean takes(ChatCapabilities.AttachmentCapabilities limits, String mimeType) {
    var family = mimeType.substring(0, Math.max(0, mimeType.indexOf('/'))) + "/*";
    for (var pattern : new String[] {mimeType, family, "*/*"}) {
      var level = limits.mimeTypes().get(pattern);
      if (level != null) {
        return ChatCapabilities.allows(level);
      }
    }
    return limits.mimeTypes().isEmpty();
  }

  private static void requireWithin(ChatCapabilities.AttachmentCapabilities limits, Asset asset) {
    var content = asset.content();
    if (limits.maxSize() != null && content != null && content.length() > limits.maxSize()) {
      throw WorldException.unsupported(
          "The attachment has %d bytes; at most %d are allowed"
              .formatted(content.length(), limits.maxSize()));
    }
    var duration = asset.duration();
    if (limits.maxDuration() != null && duration != null && duration > limits.maxDuration()) {
      throw WorldException.unsupported(
          "The attachment lasts longer than %d seconds".formatted(limits.maxDuration()));
    }
  }
}
