package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Puts another text in place of a text for people. By itself it takes members whose last word says
 * that people read them, such as {@code senderName}: ids, keys and addresses are opaque, and no
 * schema tells them apart. It is wrong about a text of another name; a wish may name that one.
 */
final class TextProposals implements Proposals {
  private static final int LONG = 10_000;
  private static final String SENTENCE = "This text goes on and on, longer than a screen is wide. ";

  private static final Set<String> FOR_PEOPLE =
      Set.of(
          "text",
          "name",
          "username",
          "title",
          "description",
          "message",
          "summary",
          "label",
          "instructions",
          "placeholder",
          "caption",
          "topic",
          "transcription",
          "network",
          "terms");

  private static final List<String> NASTY =
      List.of(
          // Hebrew and Arabic around Latin letters and digits.
          "\u05E9\u05DC\u05D5\u05DD abc 123 \u0645\u0631\u062D\u0628\u0627",
          // An override, an isolate and lone marks.
          "\u202Egnp.exe\u202C \u2067(1)\u2069 \u200F!\u200E",
          // A family, a flag and a hand of another colour, each joined from several code points.
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08"
              + " \uD83D\uDC4D\uD83C\uDFFD",
          // Letters under several combining marks.
          "e\u0301 Z\u0351\u036B\u0343 a\u0308\u0323");

  private final boolean anyName;
  private final String kind;
  private final String text;

  private TextProposals(VariationWish wish, String kind, String text) {
    anyName = !wish.members().isEmpty();
    this.kind = kind;
    this.text = text;
  }

  static Proposals longOnes(VariationWish wish) {
    var sentences = SENTENCE.repeat(LONG / SENTENCE.length() + 1);
    return new TextProposals(wish, "a long text", sentences.substring(0, LONG));
  }

  static Proposals bidirectional(VariationWish wish, SplittableRandom random) {
    int first = random.nextInt(NASTY.size());
    var rotated = List.of(NASTY.subList(first, NASTY.size()), NASTY.subList(0, first));
    var text = String.join(" ", rotated.stream().flatMap(List::stream).toList());
    return new TextProposals(wish, "a bidirectional text", text);
  }

  @Override
  public List<Proposal> at(Spot spot) {
    boolean wanted = anyName || FOR_PEOPLE.contains(lastWord(spot.memberName()));
    if (!spot.value().isTextual() || !wanted || !spot.schemas().isFreeText()) {
      return List.of();
    }
    var fitting = start(text, spot.schemas().maxLength());
    var what = "became %s of %d characters".formatted(kind, fitting.length());
    var value = JsonNodeFactory.instance.textNode(fitting);
    return List.of(Proposal.of(new TreeChange(spot.steps(), value, what)));
  }

  /** The beginning of a text, never half a character. */
  private static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean half = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, half ? length - 1 : length);
  }

  /** The last word of a name in camel case or with underscores. */
  private static String lastWord(String name) {
    var words = name.split("_|(?<=\\p{Ll})(?=\\p{Lu})", -1);
    return words[words.length - 1].toLowerCase(Locale.ROOT);
  }
}
