package dev.fakebeeper.world;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scopes of tokens as OAuth writes them: words with spaces between them. */
public final class Scopes {
  private Scopes() {}

  /**
   * Reads a list. Unknown words are passed over, and reading is always in it (both seen on a
   * compatible server).
   *
   * @param fallback what an absent or blank list means
   */
  public static Set<Token.Scope> read(@Nullable String text, Set<Token.Scope> fallback) {
    if (text == null || text.isBlank()) {
      return fallback;
    }
    var scopes = EnumSet.of(Token.Scope.READ);
    for (var word : text.strip().split("\\s+", -1)) {
      if (word.equals(word(Token.Scope.WRITE))) {
        scopes.add(Token.Scope.WRITE);
      }
    }
    return scopes;
  }

  /** What a client gets that does not say (documented). */
  public static Set<Token.Scope> all() {
    return EnumSet.allOf(Token.Scope.class);
  }

  /** Writes a list; {@code write} implies {@code read}. */
  public static String write(Set<Token.Scope> scopes) {
    var all = EnumSet.of(Token.Scope.READ);
    all.addAll(scopes);
    return all.stream().map(Scopes::word).collect(Collectors.joining(" "));
  }

  private static String word(Token.Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
