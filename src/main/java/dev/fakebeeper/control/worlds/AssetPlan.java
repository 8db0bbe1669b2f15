package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Asset;
import dev.fakebeeper.world.PixelSize;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads assets: bytes from a file, from a text in place, or gone. */
final class AssetPlan {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  private AssetPlan() {}

  static Asset read(String key, SourceNode node, Files files) {
    var fields = node.asFields("An asset");
    var file = fields.find("file");
    var text = fields.text("content");
    if (file != null && text != null) {
      throw node.mistake(
          "An asset with two contents",
          "Its bytes are those of \"file\" or of \"content\"; without either they are gone",
          "Remove one of them");
    }
    var name = file == null ? key : lastSegment(file.asText());
    var asset =
        new Asset(
            fields.text("url", "mxc://beeper.local/" + key),
            fields.require("type").asText(),
            fields.text("name", name),
            file == null ? content(text) : files.content(file.asText(), file),
            fields.orNull("size", AssetPlan::size),
            fields.orNull("duration", AssetPlan::seconds));
    fields.done();
    return asset;
  }

  private static Asset.@Nullable Content content(@Nullable String text) {
    return text == null ? null : BytesContent.of(text);
  }

  /** Where the bytes of a file's assets come from. */
  @FunctionalInterface
  interface Files {
    /**
     * The bytes behind a path that stands in the file.
     *
     * @param node where the path stands, for errors
     */
    Asset.Content content(String path, SourceNode node);
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static @Nullable Double seconds(SourceNode node) {
    var span = Span.read(node);
    return span.toMillis() / 1000.0;
  }

  static PixelSize size(SourceNode node) {
    var size = SIZE.matcher(node.asText());
    if (!size.matches()) {
      throw node.mistake(
          "\"" + node.asText() + "\" is no size",
          "A size is width and height in pixels",
          "Write 640x480");
    }
    return new PixelSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }
}
