package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last look at a file before it is written: refuses what was raw in this recording, and what
 * looks like a secret, whether it stands there plainly or in percent-encoding, HTML, JSON or
 * base64. Thread-safe. Errs on the side of refusing.
 */
public final class SecretScan {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern READABLE = Pattern.compile("[ -~]{8,}");
  private static final Pattern HTML = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");

  private static final int LONGEST_KEPT = 100;
  private static final int MOST_KEPT = 50_000;

  /** Short texts without the shape of a secret; bounded. */
  private final Set<String> harmless = ConcurrentHashMap.newKeySet();

  private final KnownValues known;
  private final Issued issued;
  private final List<Pattern> scrub;
  private final Looking looking;

  private enum Looking {
    AT_TEXT,
    EVERYWHERE
  }

  SecretScan(KnownValues known, Issued issued, RedactionRules rules) {
    this.known = known;
    this.issued = issued;
    scrub = rules.scrub();
    looking = rules.keep().contains(Keep.BYTES) ? Looking.AT_TEXT : Looking.EVERYWHERE;
  }

  /**
   * Looks at a file of any kind. Of one that is no text, the readable parts are looked at, unless
   * the user wanted the bytes of files to stay.
   *
   * @throws SecretFoundException as {@link #check(String, String)} does
   */
  public void check(String file, byte[] content) {
    var text = text(content);
    if (text.isPresent()) {
      check(file, text.get());
    } else if (looking == Looking.EVERYWHERE) {
      READABLE
          .matcher(new String(content, StandardCharsets.ISO_8859_1))
          .results()
          .forEach(part -> check(file, "byte " + part.start(), part.group()));
    }
  }

  private static Optional<String> text(byte[] content) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text).filter(one -> one.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Looks at a text file. JSON, and JSON on each line, is looked at value by value.
   *
   * @param file how the file is to be called in the message; not opened
   * @throws SecretFoundException if something in it looks like a secret; it tells where, not what
   */
  public void check(String file, String content) {
    if (isJson(content)) {
      checkJson(file, content, 0);
      return;
    }
    var lines = content.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("{") && isJson(lines[i])) {
        checkJson(file, lines[i], i);
      } else {
        check(file, "line " + (i + 1), lines[i]);
      }
    }
  }

  private static boolean isJson(String content) {
    try {
      return Json.mapper().readTree(content).isContainerNode();
    } catch (JsonProcessingException e) {
      return false; // looked at as text
    }
  }

  private void checkJson(String file, String json, int lineBefore) {
    try (var parser = Json.mapper().createParser(json)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME || token.isScalarValue()) {
          check(file, place(parser, lineBefore), parser.getText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key may be the secret itself, so only the plain ones are told. */
  private String place(JsonParser parser, int lineBefore) {
    var pointer = parser.getParsingContext().pathAsPointer().toString();
    var told =
        Arrays.stream(pointer.split("/", -1))
            .map(step -> step.matches("[0-9]{1,6}|") || isPlain(step) ? step : "*")
            .collect(Collectors.joining("/"));
    return "line %d, %s".formatted(lineBefore + parser.currentTokenLocation().getLineNr(), told);
  }

  private boolean isPlain(String step) {
    return Vocabulary.isName(step) && found(step).isEmpty();
  }

  private void check(String file, String place, String text) {
    var kind = found(text);
    if (kind.isPresent()) {
      throw new SecretFoundException(file, place, kind.get());
    }
  }

  private Optional<String> found(String text) {
    return forms(text).map(this::single).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> single(String text) {
    if (known.standIn(text)) {
      return Optional.of("raw text of this recording");
    }
    if (scrub.stream().anyMatch(pattern -> pattern.matcher(text).find())) {
      return Optional.of("text to be scrubbed");
    }
    if (harmless.contains(text)) {
      return Optional.empty(); // a row of thirty patterns is slow, and most texts come often
    }
    var shape = SecretShapes.find(text, issued::contains);
    if (shape.isEmpty() && text.length() <= LONGEST_KEPT && harmless.size() < MOST_KEPT) {
      harmless.add(text);
    }
    return shape;
  }

  /** A text and what it may be the encoding of. */
  private static Stream<String> forms(String text) {
    var decoded = text.indexOf('%') < 0 ? text : Pairs.decoded(text);
    var html = text.indexOf('&') < 0 ? text : unescaped(text);
    var inner = BASE64.matcher(text).results().map(run -> readable(run.group()));
    return Stream.concat(
        Stream.of(text, decoded, html).distinct(), inner.flatMap(Optional::stream));
  }

  private static String unescaped(String text) {
    return HTML.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static String character(String number) {
    int code =
        number.startsWith("x")
            ? Integer.parseInt(number.substring(1), 16)
            : Integer.parseInt(number);
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  private static Optional<String> readable(String base64) {
    try {
      var plain = base64.replace('+', '-').replace('/', '_');
      var bytes = Base64.getUrlDecoder().decode(plain);
      var text = new String(bytes, StandardCharsets.UTF_8);
      return text.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n')
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // letters and digits that are no base64
    }
  }
}
