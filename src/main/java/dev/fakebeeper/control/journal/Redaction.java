package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.QueryText;
import dev.fakebeeper.contract.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes the secrets out of one entry, and out of what is said about it. Knows them by the names
 * they go by; a secret that stands in another place of the same entry too is known by its value.
 * For one thread.
 */
final class Redaction {
  private static final UnaryOperator<String> OPEN = UnaryOperator.identity();

  /** Whoever sees these while a bridge waits can finish the login. */
  private static final List<String> SHOWN_AT_LOGIN = List.of("data", "imageURL");

  /** Shorter texts than this are not searched for in other places: they stand everywhere. */
  private static final int MIN_LENGTH = 5;

  private final Entry entry;
  private final UnaryOperator<String> mask;
  private final Map<String, String> seen = new LinkedHashMap<>();

  Redaction(Entry entry, UnaryOperator<String> mask) {
    this.entry = entry;
    this.mask = mask;
  }

  /** Takes nothing out. */
  static Redaction none(Entry entry) {
    return new Redaction(entry, OPEN);
  }

  private String masked(String secret) {
    var masked = mask.apply(secret);
    if (secret.length() >= MIN_LENGTH) {
      seen.put(secret, masked);
    }
    return masked;
  }

  /**
   * In OAuth a code is as good as the token that it is exchanged for; elsewhere it is no secret.
   */
  private boolean isSecret(String name) {
    return SecretNames.contains(name) || (name.equals("code") && isBelow("/oauth/"));
  }

  private boolean isBelow(String path) {
    return entry instanceof Exchange exchange && exchange.request().rawPath().startsWith(path);
  }

  private boolean isOperation(String id) {
    return entry instanceof Exchange exchange && id.equals(exchange.operationId());
  }

  /** Whether a body that cannot be read may be one secret as a whole. */
  boolean isAllSecret() {
    return !mask.equals(OPEN)
        && (isBelow("/oauth/") || isBelow("/v1/app/setup") || isOperation("submitLoginStep"));
  }

  /** A value of a header or a parameter. */
  String value(String name, String value) {
    if (name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Referer")) {
      int query = value.indexOf('?') + 1;
      return query == 0 ? value : value.substring(0, query) + pairs(value.substring(query));
    }
    if (!isSecret(name)) {
      return value;
    }
    int space = value.indexOf(' ');
    return name.equalsIgnoreCase("Authorization") && space > 0
        ? value.substring(0, space + 1) + masked(value.substring(space + 1).strip())
        : masked(value);
  }

  /** A raw query or a form body: what is not secret stays as it is, byte for byte. */
  String pairs(String raw) {
    return Arrays.stream(raw.split("&", -1)).map(this::pair).collect(Collectors.joining("&"));
  }

  private String pair(String raw) {
    int equals = raw.indexOf('=');
    var values = QueryText.parse(raw).values();
    if (equals < 0 || values.isEmpty()) {
      return raw;
    }
    var field = values.entrySet().iterator().next();
    var value = field.getValue().get(0);
    var shown = value(field.getKey(), value);
    return shown.equals(value) ? raw : raw.substring(0, equals + 1) + encoded(shown);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The body of a request; the tree is copied, not changed. */
  JsonNode request(JsonNode tree) {
    var copy = cleaned(tree, this::isSecret);
    if (isOperation("appSetupResponse")) {
      hide(copy, "response");
    } else if (isOperation("submitLoginStep")) {
      hide(copy, "lastURL");
      copy.path("fields").fieldNames().forEachRemaining(name -> hide(copy.path("fields"), name));
    }
    return copy;
  }

  /**
   * The body of an answer; the tree is copied, not changed. A refusal has a code of its own, and
   * its words may repeat what was wrong with a secret of the request.
   */
  JsonNode answer(JsonNode tree) {
    var refused = entry instanceof Exchange exchange && exchange.response().status() >= 400;
    return refused ? worded(cleaned(tree, SecretNames::contains)) : cleaned(tree, this::isSecret);
  }

  private JsonNode worded(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(worded(member.getValue())));
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, worded(array.get(i)));
      }
    }
    return tree.isTextual() ? TextNode.valueOf(text(tree.textValue())) : tree;
  }

  /** A frame; the tree is copied, not changed. */
  JsonNode frame(JsonNode tree) {
    return cleaned(tree, SecretNames::contains);
  }

  private JsonNode cleaned(JsonNode tree, Predicate<String> secret) {
    JsonNode copy = tree.deepCopy();
    clean(copy, secret);
    return copy;
  }

  private void clean(JsonNode tree, Predicate<String> secret) {
    if (tree instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (secret.test(member.getKey()) && isWritten(member.getValue())) {
          member.setValue(TextNode.valueOf(masked(member.getValue().asText())));
        } else if (member.getKey().equals("display")) {
          SHOWN_AT_LOGIN.forEach(name -> hide(member.getValue(), name));
        }
      }
    }
    tree.forEach(child -> clean(child, secret));
  }

  private void hide(JsonNode object, String name) {
    if (isWritten(object.path(name))) {
      ((ObjectNode) object).put(name, masked(object.path(name).asText()));
    }
  }

  /** A member such as {@code recoveryKey: true} only says that there is a secret. */
  private static boolean isWritten(JsonNode value) {
    return value.isTextual() || value.isNumber();
  }

  /** What the contract says of a value that may be a secret by its place. */
  Violation violation(Violation found) {
    var name = found.pointer().substring(found.pointer().lastIndexOf('/') + 1);
    if (!isSecret(name) && !isAllSecret()) {
      return found;
    }
    var got = mask.apply(found.got());
    seen.put("got " + found.got(), "got " + got);
    return new Violation(
        found.kind(),
        found.where(),
        found.pointer(),
        found.expected(),
        got,
        found.document(),
        found.line(),
        found.fix());
  }

  /** What is said about the entry, without the secrets that were found in it so far. */
  String text(String text) {
    var clean = text;
    for (var one : seen.entrySet()) {
      clean = clean.replace(one.getKey(), one.getValue());
    }
    return clean;
  }
}
