package dev.fakebeeper.world;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wants to attach: an upload, and what is to be said about it in place of what the
 * upload knows.
 *
 * @param uploadId the handle of the upload
 * @param kind null to go by the media type
 * @param mimeType null to keep the upload's
 * @param fileName null to keep the upload's
 * @param size null to keep the upload's
 * @param duration seconds, null to keep the upload's
 */
@RecordBuilder
public record WantedAttachment(
    String uploadId,
    @Nullable AttachmentKind kind,
    @Nullable String mimeType,
    @Nullable String fileName,
    @Nullable PixelSize size,
    @Nullable Double duration)
    implements WantedAttachmentBuilder.With {}
