package dev.fakebeeper.control.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.Json;

/** JSON that stands in a file as it is. */
public final class LiteralJson {
  private LiteralJson() {}

  /** The value. */
  public static JsonNode of(SourceNode node) {
    if (node instanceof SourceNode.Members members) {
      var object = JsonNodeFactory.instance.objectNode();
      members.byName().forEach((name, member) -> object.set(name, of(member.value())));
      return object;
    }
    if (node instanceof SourceNode.Items items) {
      var array = JsonNodeFactory.instance.arrayNode();
      items.nodes().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((SourceNode.Scalar) node);
  }

  private static JsonNode scalar(SourceNode.Scalar scalar) {
    return switch (scalar.form()) {
      case TEXT -> TextNode.valueOf(scalar.text());
      case FLAG -> BooleanNode.valueOf(Boolean.parseBoolean(scalar.text()));
      case NOTHING -> NullNode.getInstance();
      case NUMBER -> number(scalar);
    };
  }

  /** YAML knows numbers that JSON does not, such as {@code 0x1F}. */
  private static JsonNode number(SourceNode.Scalar scalar) {
    try {
      return Json.mapper().readTree(scalar.text());
    } catch (JsonProcessingException e) {
      throw scalar.mistake(
          scalar.text() + " is no number of JSON", "The value goes into JSON", "Write digits");
    }
  }
}
