package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.Upload;
import dev.fakebeeper.world.UploadRules;
import dev.fakebeeper.world.World;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Uploading files, in two forms with one result. What goes wrong with a file is told inside a 200
 * (documented shape). Thread-safe.
 */
final class UploadsOperations {
  /** The documented limit of a file, in bytes. */
  static final long MAX_BYTES = 500_000_000;

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final MediaFolder media;
  private final long maxBytes;

  UploadsOperations(MediaFolder media, long maxBytes) {
    this.media = media;
    this.maxBytes = maxBytes;
  }

  /** An upload as a multipart form. */
  ApiResponse multipart(Call call) {
    var file = call.request().parts().stream().filter(part -> part.name().equals("file")).findAny();
    return file.map(part -> multipart(call, part)).orElseGet(() -> failed("There is no file"));
  }

  private ApiResponse multipart(Call call, BodyPart part) {
    var fields = new BodyFields(call.body());
    var name = fields.filledText("fileName");
    var file =
        new UploadedFile(
            part.content(),
            name == null ? part.fileName() : name,
            fields.filledText("mimeType"),
            part.contentType());
    return keep(call.world(), file);
  }

  /**
   * An upload as base64 in JSON. White space in the base64 is passed over; the padding may be left
   * out (both assumed).
   */
  ApiResponse base64(Call call) {
    var fields = new BodyFields(call.body());
    var text = fields.text("content");
    var content = decoded(text == null ? "" : text);
    if (content.isEmpty()) {
      return failed("The content is not valid base64");
    }
    return keep(
        call.world(),
        new UploadedFile(
            content.get(), fields.filledText("fileName"), fields.filledText("mimeType"), null));
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(WHITE_SPACE.matcher(base64).replaceAll("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // answered as a failed upload
    }
  }

  private ApiResponse keep(World world, UploadedFile file) {
    if (file.content().length > maxBytes) {
      return failed("The file is larger than " + maxBytes / 1_000_000 + " MB");
    }
    try {
      var kept = media.keep(file.content(), file.name());
      var facts = file.facts();
      var asset =
          new Asset(
              kept.file().toUri().toString(),
              file.mimeType(),
              file.name(),
              kept.content(),
              facts.size(),
              facts.duration());
      return ApiResponse.ok(
          json(world.change(transaction -> UploadRules.keep(transaction, asset)), file));
    } catch (IOException e) {
      return failed("The file could not be stored: " + e.getMessage());
    }
  }

  private static ObjectNode json(Upload upload, UploadedFile file) {
    var asset = upload.asset();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("uploadID", upload.id())
            .put("srcURL", asset.url())
            .put("fileName", asset.fileName())
            .put("mimeType", asset.mimeType())
            .put("fileSize", (long) file.content().length);
    if (asset.size() != null) {
      json.put("width", asset.size().width()).put("height", asset.size().height());
    }
    putDuration(json, asset.duration());
    return json;
  }

  private static void putDuration(ObjectNode json, @Nullable Double duration) {
    if (duration != null) {
      json.put("duration", duration);
    }
  }

  private static ApiResponse failed(String error) {
    return ApiResponse.ok(JsonNodeFactory.instance.objectNode().put("error", error));
  }
}
