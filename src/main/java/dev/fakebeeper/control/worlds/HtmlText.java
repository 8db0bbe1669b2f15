package dev.fakebeeper.control.worlds;

import org.jspecify.annotations.Nullable;

/** Plain text as Matrix HTML. Files are trusted, so this is about letters that mean markup. */
public final class HtmlText {
  private HtmlText() {}

  /** The text with every letter that means markup escaped; line breaks become {@code <br>}. */
  public static String of(String plain) {
    for (var i = 0; i < plain.length(); i++) {
      if (markup(plain.charAt(i)) != null) {
        return escaped(plain, i);
      }
    }
    return plain; // nearly always
  }

  private static String escaped(String plain, int clean) {
    var out = new StringBuilder(plain.length() + 16).append(plain, 0, clean);
    for (var i = clean; i < plain.length(); i++) {
      var markup = markup(plain.charAt(i));
      if (markup == null) {
        out.append(plain.charAt(i));
      } else {
        out.append(markup);
      }
    }
    return out.toString();
  }

  private static @Nullable String markup(char letter) {
    return switch (letter) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\n' -> "<br>";
      default -> null;
    };
  }
}
