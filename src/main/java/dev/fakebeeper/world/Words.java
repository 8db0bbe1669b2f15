package dev.fakebeeper.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a query: literal, in any order, without regard to case; a text fits when all of them
 * are in it (documented). No words fit every text. Immutable.
 */
public final class Words {
  private static final Words NONE = new Words(List.of(), Match.SUBSTRING);

  private final List<String> words;
  private final Match match;

  /** Where a word counts as found. */
  public enum Match {
    /** Only where no letter or digit stands beside it. */
    WHOLE_WORD,
    /** Anywhere. */
    SUBSTRING
  }

  private Words(List<String> words, Match match) {
    this.words = words;
    this.match = match;
  }

  /** The words of a text; blanks part them. */
  public static Words of(String query, Match match) {
    var words =
        Arrays.stream(query.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(Words::fold)
            .distinct()
            .toList();
    return words.isEmpty() ? NONE : new Words(words, match);
  }

  /** No words at all. */
  public static Words none() {
    return NONE;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether all words are in a text. */
  public boolean areIn(String text) {
    if (words.isEmpty()) {
      return true;
    }
    var folded = fold(text);
    for (var word : words) {
      if (!isIn(folded, word)) {
        return false;
      }
    }
    return true;
  }

  private boolean isIn(String text, String word) {
    var at = text.indexOf(word);
    if (match == Match.SUBSTRING) {
      return at >= 0;
    }
    while (at >= 0 && !standsAlone(text, at, at + word.length())) {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  /**
   * A word that itself starts or ends with a sign needs no edge there: {@code #42} is found in
   * {@code see#42}.
   */
  private static boolean standsAlone(String text, int start, int end) {
    return isEdge(text, start) && isEdge(text, end);
  }

  private static boolean isEdge(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && words.equals(that.words) && match == that.match;
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString() {
    return words + " " + match;
  }
}
