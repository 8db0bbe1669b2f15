package dev.fakebeeper.world;

import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * What the owner has typed and not sent.
 *
 * @param html the text as Matrix HTML, empty when there are only attachments
 * @param attachments the attachments in order
 */
public record ChatDraft(String html, PVector<DraftAttachment> attachments) {

  /** How a draft names its attachments' kinds. */
  public enum Kind {
    FILE,
    GIF,
    RECORDED_AUDIO
  }

  /**
   * An attachment of a draft.
   *
   * @param id the key in the draft
   * @param kind file, gif or recorded audio
   * @param mimeType null when unknown
   * @param fileName null when unknown
   * @param filePath where the bytes are, null when unknown
   * @param fileSize bytes, null when unknown
   * @param duration seconds, null when unknown
   * @param size pixels, null when unknown
   */
  public record DraftAttachment(
      String id,
      Kind kind,
      @Nullable String mimeType,
      @Nullable String fileName,
      @Nullable String filePath,
      @Nullable Long fileSize,
      @Nullable Double duration,
      @Nullable PixelSize size) {}

  /** Whether there is nothing in it, so that it counts as no draft. */
  public boolean isEmpty() {
    return html.isBlank() && attachments.isEmpty();
  }
}
