package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object that an app wrote: the way back of {@link Members}. Tolerant,
 * because apps differ: a member that is absent, null or of another kind than expected is unknown.
 */
final class Given {
  private final JsonNode node;

  private Given(JsonNode node) {
    this.node = node;
  }

  static Given in(@Nullable JsonNode node) {
    return new Given(node == null ? MissingNode.getInstance() : node);
  }

  /** The text of a member that identifies; a caller has made sure that it is there. */
  String id(String name) {
    return Objects.requireNonNull(text(name), name);
  }

  @Nullable String text(String name) {
    var member = node.path(name);
    return member.isTextual() ? member.textValue() : null;
  }

  String text(String name, String unknown) {
    var text = text(name);
    return text == null ? unknown : text;
  }

  @Nullable Boolean maybe(String name) {
    var member = node.path(name);
    return member.isBoolean() ? (Boolean) member.booleanValue() : null;
  }

  boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  @Nullable Integer number(String name) {
    return number(name, BigDecimal::intValue);
  }

  int number(String name, int unknown) {
    var number = number(name);
    return number == null ? unknown : number;
  }

  @Nullable Long large(String name) {
    return number(name, BigDecimal::longValue);
  }

  @Nullable Double decimal(String name) {
    return number(name, BigDecimal::doubleValue);
  }

  private <N> @Nullable N number(String name, Function<BigDecimal, N> form) {
    var member = node.path(name);
    return member.isNumber() ? form.apply(member.decimalValue()) : null;
  }

  /** An instant in ISO 8601, in UTC or with an offset. */
  @Nullable Instant time(String name) {
    var text = text(name);
    return text == null ? null : instant(text);
  }

  static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null; // unknown, as everything that is not as expected
    }
  }

  /** A sort key, text or (older builds) a number; 0 when unknown. */
  long sortKey(String name) {
    return Wire.sortKey(node.path(name)).orElse(0);
  }

  /** A constant by its name in lower case, with underscores or hyphens. */
  <E extends Enum<E>> E word(String name, E unknown) {
    var word = text(name, "").toUpperCase(Locale.ROOT).replace('-', '_');
    for (var constant : unknown.getDeclaringClass().getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    return unknown;
  }

  /** An object, null when there is none. */
  <T> @Nullable T object(String name, Function<Given, T> form) {
    var member = node.path(name);
    return member.isObject() ? form.apply(new Given(member)) : null;
  }

  /** The members of an object, which is empty when it is not there. */
  Given part(String name) {
    return new Given(node.path(name));
  }

  <T> List<T> objects(String name, Function<Given, T> form) {
    var all = new ArrayList<T>();
    node.path(name).forEach(one -> all.add(form.apply(new Given(one))));
    return all;
  }

  List<String> texts(String name) {
    var all = new ArrayList<String>();
    node.path(name).forEach(one -> all.add(one.asText()));
    return all;
  }

  /** What this object holds by name; a member that the form gives null for is left out. */
  <T> Map<String, T> byName(BiFunction<Given, String, @Nullable T> form) {
    var all = new LinkedHashMap<String, T>();
    for (var names = node.fieldNames(); names.hasNext(); ) {
      var name = names.next();
      var value = form.apply(this, name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all;
  }

  Map<String, Integer> levels(String name) {
    return part(name).byName(Given::number);
  }

  /** The member as it stands. */
  JsonNode raw(String name) {
    return node.path(name);
  }
}
