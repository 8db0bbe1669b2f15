package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives cursors other ones of the same form. They are opaque, yet those seen in the wild hold a
 * number, an id, or both in base64; what is inside becomes what it becomes elsewhere, so that a
 * cursor still names the same place. Safe for use by many threads.
 */
final class Cursors {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_+/-]{4,}={0,2}");
  private static final Set<String> NAMES = Set.of("name", "title", "fullName");

  private final Identifiers identifiers;
  private final Ordinals ordinals;
  private final Names names;
  private final Issued issued;

  Cursors(Identifiers identifiers, Ordinals ordinals, Names names, Issued issued) {
    this.identifiers = identifiers;
    this.ordinals = ordinals;
    this.names = names;
    this.issued = issued;
  }

  /** The cursor that stands for a cursor. */
  String cursor(String cursor) {
    return issued.added(
        Arrays.stream(cursor.split("\\|", -1)).map(this::part).collect(Collectors.joining("|")));
  }

  private String part(String part) {
    if (part.isEmpty() || part.equals("-")) {
      return part;
    }
    if (Ordinals.isOrdinal(part)) {
      return ordinals.number(part);
    }
    return decoded(part).map(this::inner).map(text -> encoded(text, part)).orElse(plain(part));
  }

  private String plain(String part) {
    return identifiers.id(part);
  }

  private String inner(String text) {
    if (text.startsWith("{")) {
      try {
        return Json.mapper().writeValueAsString(members(Json.mapper().readTree(text)));
      } catch (JsonProcessingException e) {
        return plain(text); // no JSON then, only a text with a brace
      }
    }
    return Arrays.stream(text.split("\n", -1)).map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(String line) {
    return Ordinals.isOrdinal(line) ? ordinals.number(line) : plain(line);
  }

  private JsonNode members(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      return TextNode.valueOf("redacted");
    }
    var copy = object.objectNode();
    for (var member : object.properties()) {
      var name = Vocabulary.isName(member.getKey()) ? member.getKey() : plain(member.getKey());
      copy.set(name, member(member.getKey(), member.getValue()));
    }
    return copy;
  }

  private JsonNode member(String name, JsonNode value) {
    if (value.isIntegralNumber() && Ordinals.isOrdinal(value.asText())) {
      return Json.parse(ordinals.number(value.asText()).getBytes(StandardCharsets.UTF_8));
    }
    if (value.isNumber() || value.isNull()) {
      return value;
    }
    var text = value.asText();
    return TextNode.valueOf(NAMES.contains(name) ? names.name(text) : line(text));
  }

  /** The readable text in base64, empty when it is none. */
  private static Optional<String> decoded(String part) {
    if (!BASE64.matcher(part).matches()) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(part.replace('+', '-').replace('/', '_'));
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean isReadable = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 127));
      return isReadable ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty(); // letters and digits that are no base64
    }
  }

  private static String encoded(String text, String like) {
    boolean isUrl = like.indexOf('+') < 0 && like.indexOf('/') < 0;
    var encoder = isUrl ? Base64.getUrlEncoder() : Base64.getEncoder();
    var padded = like.length() % 4 == 0 && like.endsWith("=") ? encoder : encoder.withoutPadding();
    return padded.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
