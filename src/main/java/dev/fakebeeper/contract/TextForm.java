package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the text of a parameter or form field becomes a JSON value, by the types of its schema. A
 * text that fits none of them stays text, so that the schema refuses it and the refusal shows it.
 *
 * <p>Where null is allowed, an empty text is null (the official SDKs write null so), and so is the
 * word {@code null}, unless the schema takes any text: then it may be what somebody searches for.
 * Booleans are {@code true} and {@code false}, nothing else. An array is a repeated key; a single
 * value may be a list with commas, encoded or not, which a known compatible server accepts.
 */
final class TextForm {
  private enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT,
    NULL
  }

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  /** A number of a thousand digits is an attack, and no number of this API. */
  private static final int MAX_DIGITS = 64;

  private final Set<Type> types = EnumSet.noneOf(Type.class);
  private Optional<TextForm> items = Optional.empty();
  private boolean bound;

  private TextForm() {}

  /** The form of values of a schema. */
  static TextForm of(Place schema) {
    var form = new TextForm();
    form.collect(schema, new HashSet<>());
    if (form.types.isEmpty()) {
      form.types.addAll(EnumSet.allOf(Type.class));
      form.types.remove(Type.ARRAY);
      form.types.remove(Type.NULL);
    }
    return form;
  }

  private void collect(Place schema, Set<String> seen) {
    if (!seen.add(schema.pointer())) {
      return;
    }
    schema.reference().ifPresent(target -> collect(target, seen));
    for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
      schema.child(keyword).children().forEach(branch -> collect(branch, seen));
    }
    var node = schema.node();
    addTypes(node.path("type"));
    node.path("enum").forEach(value -> types.add(typeOf(value)));
    if (node.has("const")) {
      types.add(typeOf(node.get("const")));
    }
    if (node.path("nullable").asBoolean()) {
      types.add(Type.NULL);
    }
    bound |= node.has("enum") || node.has("const") || node.has("format") || node.has("pattern");
    if (node.has("items") && items.isEmpty()) {
      items = Optional.of(of(schema.child("items")));
    }
  }

  private void addTypes(JsonNode type) {
    if (type.isTextual()) {
      types.add(Type.valueOf(type.textValue().toUpperCase(Locale.ROOT)));
    }
    type.forEach(this::addTypes);
  }

  private static Type typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> Type.BOOLEAN;
      case NUMBER -> value.isIntegralNumber() ? Type.INTEGER : Type.NUMBER;
      case NULL -> Type.NULL;
      case ARRAY -> Type.ARRAY;
      case OBJECT -> Type.OBJECT;
      default -> Type.STRING;
    };
  }

  /** Whether several values make one. */
  boolean isArray() {
    return types.contains(Type.ARRAY);
  }

  /** Whether every text is valid as it is, as long as the schema sets no bounds. */
  boolean isAnyText() {
    return types.contains(Type.STRING) && !bound;
  }

  /** The JSON value of a single text. */
  JsonNode read(String text) {
    if (types.contains(Type.NULL) && (text.isEmpty() || (text.equals("null") && !isAnyText()))) {
      return NullNode.getInstance();
    }
    if (types.contains(Type.BOOLEAN) && (text.equals("true") || text.equals("false"))) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    if (types.contains(Type.STRING)) {
      return TextNode.valueOf(text);
    }
    boolean numeric = types.contains(Type.INTEGER) || types.contains(Type.NUMBER);
    if (numeric && text.length() <= MAX_DIGITS && NUMBER.matcher(text).matches()) {
      return number(text);
    }
    return types.contains(Type.OBJECT) ? object(text) : TextNode.valueOf(text);
  }

  private static JsonNode number(String text) {
    var number = new BigDecimal(text);
    if (number.scale() > 0 || number.precision() - number.scale() > MAX_DIGITS) {
      return DecimalNode.valueOf(number);
    }
    return integer(number.toBigIntegerExact());
  }

  private static JsonNode integer(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? LongNode.valueOf(number.longValue())
        : BigIntegerNode.valueOf(number);
  }

  private static JsonNode object(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text); // the schema refuses the text and names what it wants
    }
  }

  /** The JSON array of repeated values, or of one value with commas. */
  ArrayNode readAll(List<String> texts) {
    var form = items.orElse(this);
    var array = JsonNodeFactory.instance.arrayNode();
    var values = texts.size() == 1 ? List.of(texts.get(0).split(",", -1)) : texts;
    values.forEach(value -> array.add(form.read(value)));
    return array;
  }
}
