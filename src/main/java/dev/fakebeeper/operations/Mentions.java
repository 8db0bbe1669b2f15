package dev.fakebeeper.operations;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.pcollections.TreePVector;

/**
 * Finds who a text mentions: links to a person on matrix.to (the pills of Matrix), and the word
 * {@code @room} outside code.
 */
final class Mentions {
  private static final String ROOM = "@room";
  private static final Pattern ROOM_WORD = Pattern.compile("(?<![\\w@.])@room\\b");
  private static final Pattern PERSON =
      Pattern.compile("https?://matrix\\.to/#/(?<id>(?:@|%40)[^/?#]+).*", Pattern.CASE_INSENSITIVE);

  private Mentions() {}

  static RichText in(String html) {
    var found = new LinkedHashSet<String>();
    // Parsing is dear and most texts mention nobody.
    if (html.contains("matrix.to") || html.contains(ROOM)) {
      Jsoup.parseBodyFragment(html).body().forEachNode(node -> look(node, found));
    }
    return new RichText(html, TreePVector.from(found));
  }

  private static void look(Node node, Set<String> found) {
    if (node instanceof TextNode text) {
      if (ROOM_WORD.matcher(text.getWholeText()).find() && !isCode(text)) {
        found.add(ROOM);
      }
    } else if (node instanceof Element element && element.nameIs("a")) {
      var person = PERSON.matcher(element.attr("href"));
      if (person.matches()) {
        found.add(decoded(person.group("id")));
      }
    }
  }

  private static boolean isCode(TextNode text) {
    var parent = text.parent();
    return parent != null && parent.closest("code, pre") != null;
  }

  private static String decoded(String id) {
    try {
      return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return id; // a stray per cent sign: then the id is what stands there
    }
  }
}
