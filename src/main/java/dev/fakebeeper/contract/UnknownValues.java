package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Puts a value that nobody knows in place of an enumerated one. Texts keep their style, so that a
 * client cannot tell the new value by its looks: {@code needs_login} becomes {@code
 * needs_hologram}. A number becomes one more than the greatest. Flags stay.
 */
final class UnknownValues implements Proposals {
  private static final List<String> WORDS =
      List.of("hologram", "lantern", "origami", "sundial", "marmalade", "comet", "velvet");

  private final String word;

  UnknownValues(SplittableRandom random) {
    word = WORDS.get(random.nextInt(WORDS.size()));
  }

  @Override
  public List<Proposal> at(Spot spot) {
    var known = spot.schemas().listed();
    var value = spot.value();
    if (known.isEmpty() && !spot.schemas().isOfOpenSet()) {
      return List.of();
    }
    if (value.isTextual()) {
      return List.of(set(spot, JsonNodeFactory.instance.textNode(unknown(value.asText(), known))));
    }
    return value.isIntegralNumber() ? List.of(set(spot, beyond(value, known))) : List.of();
  }

  private static Proposal set(Spot spot, JsonNode value) {
    return Proposal.of(TreeChange.set(spot.steps(), value));
  }

  private String unknown(String current, List<JsonNode> known) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> alike(current, i == 1 ? word : word + i))
        .filter(text -> known.stream().noneMatch(value -> value.asText().equals(text)))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode beyond(JsonNode current, List<JsonNode> known) {
    var greatest = known.stream().mapToLong(JsonNode::asLong).max().orElse(current.asLong());
    return JsonNodeFactory.instance.numberNode(greatest + 1);
  }

  /** A text with another last word, in the case of the one that it replaces. */
  static String alike(String text, String word) {
    int start = lastWord(text);
    var replaced = text.substring(start);
    boolean shouts = replaced.length() > 1 && replaced.equals(replaced.toUpperCase(Locale.ROOT));
    if (shouts) {
      return text.substring(0, start) + word.toUpperCase(Locale.ROOT);
    }
    boolean capital = !replaced.isEmpty() && Character.isUpperCase(replaced.charAt(0));
    return text.substring(0, start)
        + (capital ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
  }

  /** Where the last word begins: behind a separator, or at a capital after a small letter. */
  private static int lastWord(String text) {
    for (int i = text.length() - 1; i > 0; i--) {
      char before = text.charAt(i - 1);
      boolean separated = !Character.isLetterOrDigit(before);
      if (separated || (Character.isLowerCase(before) && Character.isUpperCase(text.charAt(i)))) {
        return i;
      }
    }
    return 0;
  }
}
