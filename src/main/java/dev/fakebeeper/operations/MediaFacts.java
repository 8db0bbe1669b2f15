package dev.fakebeeper.operations;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.avi.AviDirectory;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.media.QuickTimeVideoDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import dev.fakebeeper.world.PixelSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a picture, film or sound tell about themselves. The only class that knows the
 * metadata library.
 *
 * @param size pixels, null when unknown
 * @param duration seconds, null when unknown
 */
record MediaFacts(@Nullable PixelSize size, @Nullable Double duration) {
  private static final MediaFacts NONE = new MediaFacts(null, null);

  private static final List<SizeTags> SIZES =
      List.of(
          new SizeTags(
              JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              PngDirectory.class, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              GifHeaderDirectory.class,
              GifHeaderDirectory.TAG_IMAGE_WIDTH,
              GifHeaderDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              WebpDirectory.class, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              BmpHeaderDirectory.class,
              BmpHeaderDirectory.TAG_IMAGE_WIDTH,
              BmpHeaderDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              HeifDirectory.class, HeifDirectory.TAG_IMAGE_WIDTH, HeifDirectory.TAG_IMAGE_HEIGHT),
          new SizeTags(
              Mp4VideoDirectory.class, Mp4VideoDirectory.TAG_WIDTH, Mp4VideoDirectory.TAG_HEIGHT),
          new SizeTags(
              QuickTimeVideoDirectory.class,
              QuickTimeVideoDirectory.TAG_WIDTH,
              QuickTimeVideoDirectory.TAG_HEIGHT),
          new SizeTags(AviDirectory.class, AviDirectory.TAG_WIDTH, AviDirectory.TAG_HEIGHT));

  private static final List<DurationTag> DURATIONS =
      List.of(
          new DurationTag(Mp4Directory.class, Mp4Directory.TAG_DURATION_SECONDS),
          new DurationTag(QuickTimeDirectory.class, QuickTimeDirectory.TAG_DURATION_SECONDS));

  /** Where one format keeps its size. */
  private record SizeTags(Class<? extends Directory> directory, int width, int height) {
    @Nullable PixelSize in(Metadata metadata) {
      var found = metadata.getFirstDirectoryOfType(directory);
      var wide = found == null ? null : found.getInteger(width);
      var high = found == null ? null : found.getInteger(height);
      return wide == null || high == null || wide <= 0 || high <= 0
          ? null
          : new PixelSize(wide, high);
    }
  }

  /** Where one format keeps how long it lasts, in seconds. */
  private record DurationTag(Class<? extends Directory> directory, int tag) {
    @Nullable Double in(Metadata metadata) {
      var found = metadata.getFirstDirectoryOfType(directory);
      return found == null ? null : found.getDoubleObject(tag);
    }
  }

  /** Reads the headers; bytes of no known format, or broken ones, tell nothing. */
  static MediaFacts of(byte[] content, String mimeType) {
    if (!mimeType.startsWith("image/")
        && !mimeType.startsWith("video/")
        && !mimeType.startsWith("audio/")) {
      return NONE;
    }
    try {
      var stream = new ByteArrayInputStream(content);
      return in(ImageMetadataReader.readMetadata(stream, content.length));
    } catch (ImageProcessingException | IOException e) {
      return NONE; // the file is what it is; only its size stays unknown
    }
  }

  private static MediaFacts in(Metadata metadata) {
    return new MediaFacts(
        SIZES.stream()
            .map(tags -> tags.in(metadata))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        DURATIONS.stream()
            .map(tag -> tag.in(metadata))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }
}
