package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.QueryText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Takes the secrets out of one entry, and out of what is said about it. Knows them by the names
 * they go by; what follows a secret's name in another place of the same entry is known by its
 * value. For one thread.
 */
final class Redaction {
  private static final Set<String> SECRET_NAMES =
      Set.of(
          "authorization",
          "proxyauthorization",
          "cookie",
          "setcookie",
          "xfakebeepercontroltoken",
          "token",
          "accesstoken",
          "refreshtoken",
          "leadtoken",
          "clientsecret",
          "codeverifier",
          "password",
          "recoverykey",
          "existingrecoverykey");

  /** Shorter texts than this are not searched for in other places: they stand everywhere. */
  private static final int MIN_LENGTH = 5;

  private final Entry entry;
  private final UnaryOperator<String> mask;
  private final Map<String, String> seen = new LinkedHashMap<>();

  Redaction(Entry entry, UnaryOperator<String> mask) {
    this.entry = entry;
    this.mask = mask;
  }

  private String masked(String secret) {
    var masked = mask.apply(secret);
    if (secret.length() >= MIN_LENGTH) {
      seen.put(secret, masked);
    }
    return masked;
  }

  private boolean isSecret(String name) {
    var plain = name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    return SECRET_NAMES.contains(plain) || (plain.equals("code") && isSignIn("/oauth/"));
  }

  private boolean isSignIn(String prefix) {
    return entry instanceof Exchange exchange && exchange.request().rawPath().startsWith(prefix);
  }

  /** Whether a body that cannot be read may be one secret as a whole. */
  boolean isAllSecret() {
    return isSignIn("/oauth/")
        || isSignIn("/v1/app/setup")
        || (isSignIn("/v1/bridges/") && isOperation("submitLoginStep"));
  }

  private boolean isOperation(String id) {
    return entry instanceof Exchange exchange && id.equals(exchange.operationId());
  }

  /** A value of a header or a parameter. */
  String value(String name, String value) {
    if (name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Referer")) {
      int question = value.indexOf('?') + 1;
      return question == 0
          ? value
          : value.substring(0, question) + pairs(value.substring(question));
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
    var copy = body(tree);
    if (isOperation("appSetupResponse")) {
      hide(copy, "response");
    } else if (isOperation("submitLoginStep")) {
      hide(copy, "lastURL");
      copy.path("fields").fieldNames().forEachRemaining(name -> hide(copy.path("fields"), name));
    }
    return copy;
  }

  /** The body of an answer or a frame; the tree is copied, not changed. */
  JsonNode body(JsonNode tree) {
    var copy = tree.deepCopy();
    clean(copy);
    return copy;
  }

  private void clean(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              member -> {
                if (isSecret(member.getKey()) && isWritten(member.getValue())) {
                  member.setValue(TextNode.valueOf(masked(member.getValue().asText())));
                }
              });
    }
    tree.forEach(this::clean);
  }

  private void hide(JsonNode object, String name) {
    if (isWritten(object.path(name))) {
      ((ObjectNode) object).put(name, masked(object.get(name).asText()));
    }
  }

  /** A member such as {@code recoveryKey: true} only says that there is a secret. */
  private static boolean isWritten(JsonNode value) {
    return value.isTextual() || value.isNumber();
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
