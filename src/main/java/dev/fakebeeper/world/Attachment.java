package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a message.
 *
 * @param id usually the {@code mxc://} URL of its asset, null when the network gives none
 * @param kind how the API names its kind
 * @param srcUrl where the bytes are, null when unknown
 * @param mimeType null when unknown
 * @param fileName null when unknown
 * @param fileSize bytes, null when unknown
 * @param gif whether it is a GIF
 * @param sticker whether it is a sticker
 * @param voiceNote whether it is a voice note
 * @param duration seconds, null when unknown
 * @param transcription speech to text, null when there is none
 * @param posterImg the poster of a video, null when there is none
 * @param size pixels, null when unknown
 */
@RecordBuilder
public record Attachment(
    @Nullable String id,
    Kind kind,
    @Nullable String srcUrl,
    @Nullable String mimeType,
    @Nullable String fileName,
    @Nullable Long fileSize,
    boolean gif,
    boolean sticker,
    boolean voiceNote,
    @Nullable Double duration,
    @Nullable Transcription transcription,
    @Nullable String posterImg,
    @Nullable PixelSize size)
    implements AttachmentBuilder.With {

  /** Kinds on the reading side. */
  public enum Kind {
    UNKNOWN,
    IMG,
    VIDEO,
    AUDIO
  }

  /**
   * Speech to text.
   *
   * @param text what was said
   * @param engine who wrote it down
   * @param language the language found or chosen, null when unknown
   */
  public record Transcription(String text, String engine, @Nullable String language) {}
}
