package dev.fakebeeper.control.worlds;

/** Plain text as Matrix HTML. Files are trusted, so this is about letters that mean markup. */
public final class HtmlText {
  private HtmlText() {}

  /** The text with every letter that means markup escaped; line breaks become {@code <br>}. */
  public static String of(String plain) {
    var out = new StringBuilder(plain.length() + 16);
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append("<br>");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
