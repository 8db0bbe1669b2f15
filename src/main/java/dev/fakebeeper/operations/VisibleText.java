package dev.fakebeeper.operations;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Reads HTML as a person does. One object for one text, used by one thread. */
final class VisibleText implements NodeFilter {
  /** Blocks that stand apart by an empty line. */
  private static final Set<String> APART =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table");

  /** Blocks that merely begin a line. */
  private static final Set<String> LINES = Set.of("div", "li", "tr", "hr", "details", "summary");

  /**
   * What nobody sees: the quotation that Matrix repeats above a reply, code and style of a page.
   */
  private static final Set<String> HIDDEN = Set.of("mx-reply", "script", "style", "head");

  private static final Pattern SOURCE_LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  private final StringBuilder out = new StringBuilder();
  private int owedBreaks;

  private VisibleText() {}

  static String of(String html) {
    if (html.indexOf('<') < 0) {
      // Most messages have no tag, and a search reads many: nothing to parse, line breaks as
      // written.
      return html.indexOf('&') < 0 ? html : Parser.unescapeEntities(html, false);
    }
    var reader = new VisibleText();
    Jsoup.parseBodyFragment(html).body().filter(reader);
    return reader.out.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      write(text);
    } else if (node instanceof Element element) {
      if (HIDDEN.contains(element.normalName())) {
        return FilterResult.SKIP_ENTIRELY;
      }
      open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      owe(breaksAround(element));
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element) {
    switch (element.normalName()) {
      case "br" -> {
        payBreaks();
        out.append('\n');
      }
      case "img" -> append(element.attr("alt"));
      default -> owe(breaksAround(element));
    }
  }

  private static int breaksAround(Element element) {
    var name = element.normalName();
    return APART.contains(name) && !isInList(element) ? 2 : isLine(element) ? 1 : 0;
  }

  private static boolean isLine(Element element) {
    return LINES.contains(element.normalName()) || APART.contains(element.normalName());
  }

  private static boolean isInList(Element element) {
    var parent = element.parent();
    return parent != null && parent.nameIs("li");
  }

  private void write(TextNode node) {
    var text = node.getWholeText();
    var parent = node.parent();
    if (parent != null && parent.closest("pre") != null) {
      code(text);
    } else if (!node.isBlank() || !SOURCE_LINE_BREAK.matcher(text).find()) {
      append(SOURCE_LINE_BREAK.matcher(text).replaceAll(" "));
    }
  }

  /** The line break that ends a code block is not part of what one reads. */
  private void code(String text) {
    var ended = text.endsWith("\n");
    append(ended ? text.substring(0, text.length() - 1) : text);
    owe(ended ? 1 : 0);
  }

  private void append(String text) {
    if (!text.isEmpty()) {
      payBreaks();
      out.append(text);
    }
  }

  private void owe(int breaks) {
    owedBreaks = Math.max(owedBreaks, breaks);
  }

  /** Breaks show only between two pieces of text, never at either end. */
  private void payBreaks() {
    if (out.length() > 0) {
      out.append("\n".repeat(owedBreaks));
    }
    owedBreaks = 0;
  }
}
