package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Attachment;
import org.jspecify.annotations.Nullable;

/** Attachments of messages as the vendor's {@code Attachment}. */
final class AttachmentJson {
  private final Shape shape;

  AttachmentJson(Shape shape) {
    this.shape = shape;
  }

  ObjectNode write(Attachment attachment) {
    return Members.of("Attachment", shape)
        .text("id", attachment.id())
        .text("type", Wire.lower(attachment.kind()))
        .text("srcURL", attachment.srcUrl())
        .text("mimeType", attachment.mimeType())
        .text("fileName", attachment.fileName())
        .number("fileSize", attachment.fileSize())
        .flag("isGif", attachment.gif())
        .flag("isSticker", attachment.sticker())
        .flag("isVoiceNote", attachment.voiceNote())
        .number("duration", attachment.duration())
        .node("transcription", transcription(attachment.transcription()))
        .text("posterImg", attachment.posterImg())
        .node("size", DraftJson.size(attachment.size()))
        .done();
  }

  private @Nullable ObjectNode transcription(Attachment.@Nullable Transcription speech) {
    return speech == null
        ? null
        : Members.of("Transcription", shape)
            .text("transcription", speech.text())
            .text("engine", speech.engine())
            .text("language", speech.language())
            .done();
  }
}
