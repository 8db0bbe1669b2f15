package dev.fakebeeper.recording.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what people wrote into words that mean nothing: about as many, on as many lines, with the
 * same tags, emoji, links and mentions at about the same places. Safe for use by many threads.
 */
final class Filler {
  private static final List<String> WORDS =
      List.of(
          "lorem",
          "ipsum",
          "dolor",
          "sit",
          "amet",
          "consectetur",
          "adipiscing",
          "elit",
          "sed",
          "eiusmod",
          "tempor",
          "incididunt",
          "labore",
          "magna",
          "aliqua",
          "enim",
          "minim",
          "veniam",
          "nostrud",
          "ullamco",
          "laboris",
          "nisi",
          "aliquip",
          "commodo");
  private static final int[] COUNTS = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987};
  private static final String EMOJI =
      "[\\x{2600}-\\x{27BF}\\x{2B50}\\x{2B55}\\x{1F300}-\\x{1FAFF}\\x{FE0F}\\x{200D}]";
  private static final Pattern PIECES =
      Pattern.compile(
          "<(?<slash>/?)(?<tag>[A-Za-z][A-Za-z0-9-]*)(?<rest>(?:[\\s/][^<>]*)?)>"
              + "|(?<link>(?:https?|mailto|tel|mxc|file):[^\\s<>\"']+)"
              + "|(?<mention>@[^\\s:<>@]+:[^\\s<>:]+|@room\\b)"
              + "|(?<emoji>"
              + EMOJI
              + "{1,8})"
              + "|(?<line>[\\n\\r])"
              + "|(?<space>[\\s&&[^\\n\\r]]+)"
              + "|(?<word>(?:(?!"
              + EMOJI
              + ")[^\\s<])+|<)");
  private static final Pattern HREF =
      Pattern.compile("\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "s",
          "del",
          "code",
          "pre",
          "blockquote",
          "ul",
          "ol",
          "li",
          "br",
          "p",
          "span",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "mx-reply",
          "div");

  private final Keyed keyed;
  private final Urls urls;
  private final Identifiers identifiers;
  private final Names names;

  Filler(Keyed keyed, Urls urls, Identifiers identifiers, Names names) {
    this.keyed = keyed;
    this.urls = urls;
    this.identifiers = identifiers;
    this.names = names;
  }

  /** The text that stands for a text; an empty one for an empty one. */
  String text(String text) {
    var filled = new StringBuilder();
    var words = new ArrayList<String>();
    var piece = PIECES.matcher(text);
    while (piece.find()) {
      if (piece.group("word") != null) {
        words.add(piece.group());
      } else if (piece.group("space") == null) {
        flush(words, filled);
        filled.append(kept(piece));
      } else if (words.isEmpty()) {
        filled.append(' ');
      }
    }
    flush(words, filled);
    return filled.toString();
  }

  private void flush(List<String> words, StringBuilder filled) {
    if (words.isEmpty()) {
      return;
    }
    var raw = String.join(" ", words);
    filled.append(names.known(raw).orElseGet(() -> filler(raw, words.size())));
    words.clear();
  }

  private String filler(String raw, int count) {
    int next = keyed.number("words", raw, WORDS.size());
    var made = new ArrayList<String>();
    for (int i = 0; i < rounded(count); i++) {
      made.add(WORDS.get((next + i * 7) % WORDS.size()));
    }
    return String.join(" ", made);
  }

  /** How many words there are says little once they are counted roughly. */
  private static int rounded(int count) {
    for (int one : COUNTS) {
      if (count <= one) {
        return one;
      }
    }
    return COUNTS[COUNTS.length - 1];
  }

  private String kept(Matcher piece) {
    if (piece.group("link") != null) {
      return urls.url(piece.group());
    }
    if (piece.group("mention") != null) {
      return piece.group().equals("@room") ? "@room" : identifiers.id(piece.group());
    }
    return piece.group("tag") == null ? piece.group() : tag(piece);
  }

  private String tag(Matcher piece) {
    var name = piece.group("tag").toLowerCase(Locale.ROOT);
    if (!TAGS.contains(name)) {
      return "";
    }
    var href = HREF.matcher(piece.group("rest"));
    if (!name.equals("a") || !href.find()) {
      return "<" + piece.group("slash") + name + ">";
    }
    var target = href.group(1) == null ? href.group(2) : href.group(1);
    var made = urls.url(target.replace("&amp;", "&"));
    return "<a href=\"" + made.replace("&", "&amp;").replace("\"", "%22") + "\">";
  }
}
