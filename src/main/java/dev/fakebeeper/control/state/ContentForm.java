package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.fakebeeper.world.Asset;
import java.io.IOException;

/** The bytes of an asset, as base64 beside their tag. */
final class ContentForm {
  private ContentForm() {}

  /** What stands in the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, gone once it is read
  record Written(String etag, byte[] base64) {}

  /** Streams the bytes from where they are. */
  static final class Writer extends StdSerializer<Asset.Content> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(Asset.Content.class);
    }

    @Override
    public void serialize(Asset.Content content, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("etag", content.etag());
      json.writeFieldName("base64");
      try (var in = content.open()) {
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, in, Math.toIntExact(content.length()));
      }
      json.writeEndObject();
    }
  }

  /** Makes a content of what stood in the file. */
  static final class Reading extends StdConverter<Written, Asset.Content> {
    @Override
    public Asset.Content convert(Written written) {
      return new StoredContent(written.base64(), written.etag());
    }
  }
}
