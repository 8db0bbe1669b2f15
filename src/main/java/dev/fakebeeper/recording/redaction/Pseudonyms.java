package dev.fakebeeper.recording.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.TextKind;
import dev.fakebeeper.contract.TextRewriter;
import dev.fakebeeper.contract.TextRule;
import dev.fakebeeper.recording.redaction.RedactionRules.Keep;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what stands for each text of one recording, by its kind. Thread-safe. */
final class Pseudonyms implements TextRewriter {
  static final String REDACTED = "redacted";

  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-2][0-9]:[0-5][0-9])?");
  private static final Pattern VERSION =
      Pattern.compile(
          "[0-9]{1,4}(\\.[0-9]{1,5}){1,2}(-(alpha|beta|rc|dev|nightly|canary)(\\.[0-9]{1,4})?)?");
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ().-]{6,22}[0-9]");
  private static final Pattern ID =
      Pattern.compile("[@!#$][^\\s:]+(:[^\\s]+)?|imsg##.*|[A-Za-z-]*[_.0-9][A-Za-z0-9_.-]*");
  private static final Pattern HARMLESS = Pattern.compile("[0-9]{1,4}|true|false|null|");

  /** No count, time in milliseconds or size is larger; the number of a payment card is. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(13);

  private final RedactionRules rules;
  private final Tally tally;
  private final KnownValues known;
  private final Issued issued = new Issued();
  private final Identifiers identifiers;
  private final Phones phones;
  private final Ordinals ordinals;
  private final Cursors cursors;
  private final Names names;
  private final Tokens tokens = new Tokens();
  private final Urls urls;
  private final Filler filler;
  private final Prose prose;

  /** What pseudonyms are told of their surroundings. */
  record Surroundings(Set<String> pathWords, Tally tally, KnownValues known) {}

  Pseudonyms(byte[] key, RedactionRules rules, Surroundings surroundings) {
    var keyed = new Keyed(key);
    this.rules = rules;
    tally = surroundings.tally();
    known = surroundings.known();
    phones = new Phones(keyed);
    identifiers = new Identifiers(keyed, phones, issued);
    ordinals = new Ordinals(keyed);
    names = new Names(keyed);
    cursors = new Cursors(identifiers, ordinals, names, issued);
    urls = new Urls(new Urls.Parts(keyed, identifiers, phones, tokens), surroundings.pathWords());
    filler = new Filler(keyed, urls, identifiers, names);
    prose = new Prose(urls, identifiers, phones);
  }

  Issued issued() {
    return issued;
  }

  @Override
  public JsonNode text(TextRule rule, JsonNode value) {
    var text = value.asText();
    var made = text(rule, text);
    if (value.isTextual()) {
      return TextNode.valueOf(made);
    }
    return made.matches("-?(0|[1-9][0-9]{0,30})")
        ? Json.parse(made.getBytes(StandardCharsets.UTF_8))
        : IntNode.valueOf(0);
  }

  /** What stands for a text. */
  String text(TextRule rule, String text) {
    var made = scrubbed(rule.words().contains(text) ? text : made(rule.kind(), text));
    if (made.equals(text)) {
      known.shown(text);
    } else {
      tally.text(rule.kind());
      known.replaced(text, made);
    }
    return made;
  }

  private String made(TextKind kind, String text) {
    return switch (kind) {
      case CONSTANT -> text.isEmpty() || Vocabulary.isValue(text) ? text : identifiers.id(text);
      case INSTANT -> INSTANT.matcher(text).matches() ? text : line(text);
      case VERSION -> VERSION.matcher(text).matches() ? text : identifiers.id(text);
      case MEDIA_TYPE -> MediaTypes.known(text);
      case EMOJI -> isEmoji(text) ? text : identifiers.id(text);
      case ORDINAL -> line(text);
      case CURSOR -> cursors.cursor(text);
      case IDENTIFIER -> identifier(text);
      case FILE_NAME -> text.isEmpty() ? text : urls.file(text);
      case HOST -> urls.host(text);
      case URL -> text.isEmpty() ? text : urls.url(text);
      case NAME -> name(text);
      case PHONE -> phones.number(text);
      case MAIL -> text.isEmpty() ? text : identifiers.mail(text);
      case TEXT -> rules.keep().contains(Keep.TEXT) ? prose.cleaned(text) : filler.text(text);
      case BYTES -> bytes(text);
      case FREE -> filler.text(text);
      case TOKEN -> tokens.token(text);
    };
  }

  private String bytes(String text) {
    return issued.added(rules.keep().contains(Keep.BYTES) ? text : NeutralBytes.ofBase64(text));
  }

  private String line(String text) {
    return Ordinals.isOrdinal(text) ? ordinals.number(text) : identifiers.id(text);
  }

  private String identifier(String text) {
    return Urls.isUrl(text) ? urls.url(text) : identifiers.id(text);
  }

  /** Some networks give an id, a number or an address for a name. */
  private String name(String text) {
    if (MAIL.matcher(text).matches()) {
      return identifiers.mail(text);
    }
    if (PHONE.matcher(text).matches()) {
      return phones.number(text);
    }
    return ID.matcher(text).matches() ? identifiers.id(text) : names.name(text);
  }

  /** Letters of flags could spell a name. */
  private static boolean isEmoji(String text) {
    return text.length() <= 24
        && text.codePoints().noneMatch(c -> c < 0x80 || Character.isLetter(c))
        && text.codePoints().allMatch(Pseudonyms::isSymbol)
        && text.codePoints().filter(c -> c >= 0x1f1e6 && c <= 0x1f1ff).count() <= 2;
  }

  private static boolean isSymbol(int c) {
    return c == 0xfe0f
        || c == 0x200d
        || c == 0x20e3
        || (Character.getType(c) == Character.OTHER_SYMBOL && (c < 0x2460 || c > 0x24ff))
        || Character.getType(c) == Character.MODIFIER_SYMBOL;
  }

  /** A text without what the user wants to be taken out. */
  String scrubbed(String text) {
    var clean = text;
    for (var pattern : rules.scrub()) {
      clean = pattern.matcher(clean).replaceAll(REDACTED);
    }
    return clean;
  }

  @Override
  public JsonNode number(JsonNode value) {
    boolean isUsual = value.decimalValue().abs().compareTo(LARGEST) < 0;
    return isUsual ? value : unknown(value);
  }

  @Override
  public String key(TextRule rule, String key) {
    return text(rule, key);
  }

  @Override
  public String unknownName(String name) {
    if (Vocabulary.isName(name) && scrubbed(name).equals(name)) {
      return name;
    }
    var made = scrubbed(identifiers.id(name));
    known.replaced(name, made);
    tally.unknown();
    return made;
  }

  @Override
  public JsonNode unknown(JsonNode value) {
    tally.unknown();
    return switch (value.getNodeType()) {
      case OBJECT -> JsonNodeFactory.instance.objectNode();
      case ARRAY -> JsonNodeFactory.instance.arrayNode();
      case NUMBER -> IntNode.valueOf(0);
      case BOOLEAN -> BooleanNode.FALSE;
      case NULL -> value;
      default -> {
        known.replaced(value.asText(), REDACTED);
        yield TextNode.valueOf(REDACTED);
      }
    };
  }

  /** Remembers a text that is left out. */
  void hidden(String text) {
    known.replaced(text, REDACTED);
  }

  /** A parameter or field that the contract does not know. */
  Map.Entry<String, String> unknownPair(Map.Entry<String, String> pair) {
    return Map.entry(unknownName(pair.getKey()), unknownValue(pair.getKey(), pair.getValue()));
  }

  private String unknownValue(String name, String value) {
    if (Tokens.isName(name)) {
      return token(value);
    }
    return HARMLESS.matcher(value).matches() ? value : unknown(TextNode.valueOf(value)).asText();
  }

  /** The segment of a path that leads nowhere. */
  String segment(String segment) {
    return text(new TextRule(TextKind.IDENTIFIER, Set.of()), segment);
  }

  String constant(String word) {
    return text(new TextRule(TextKind.CONSTANT, Set.of()), word);
  }

  String url(String url) {
    return text(new TextRule(TextKind.URL, Set.of()), url);
  }

  String token(String token) {
    return text(new TextRule(TextKind.TOKEN, Set.of()), token);
  }

  String file(String name) {
    return text(new TextRule(TextKind.FILE_NAME, Set.of()), name);
  }
}
