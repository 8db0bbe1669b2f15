package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.world.PixelSize;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object that was held against the contract. A member that is absent,
 * null or, in a lenient run, of another type reads as null; what nobody knows is passed over.
 */
record BodyFields(JsonNode object) {

  @Nullable String text(String name) {
    return object.path(name).textValue();
  }

  /** A text that says something; an empty one reads as null. */
  @Nullable String filledText(String name) {
    var text = text(name);
    return text == null || text.isBlank() ? null : text;
  }

  @Nullable Double number(String name) {
    var value = object.path(name);
    return value.isNumber() ? value.doubleValue() : null;
  }

  @Nullable BodyFields object(String name) {
    var value = object.path(name);
    return value.isObject() ? new BodyFields(value) : null;
  }

  @Nullable PixelSize size(String name) {
    var size = object(name);
    var width = size == null ? null : size.number("width");
    var height = size == null ? null : size.number("height");
    return width == null || height == null
        ? null
        : new PixelSize(width.intValue(), height.intValue());
  }
}
