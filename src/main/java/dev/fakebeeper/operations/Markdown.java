package dev.fakebeeper.operations;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;

/** Turns Markdown into Matrix HTML. The only class that knows the Markdown library. */
final class Markdown {
  /** Matrix advises clients to stop at 100 levels; deeper text is shown as it was written. */
  private static final int MAX_DEPTH = 100;

  /** Without indented code, which nobody means in a chat, and without HTML blocks. */
  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(
          Heading.class,
          FencedCodeBlock.class,
          ThematicBreak.class,
          ListBlock.class,
          BlockQuote.class);

  private static final List<Extension> EXTENSIONS =
      List.of(StrikethroughExtension.builder().requireTwoTildes(true).build());

  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).enabledBlockTypes(BLOCKS).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .omitSingleParagraphP(true)
          .softbreak("<br>")
          .nodeRendererFactory(MatrixNodes::new)
          .build();

  private Markdown() {}

  static String toHtml(String text) {
    var document = PARSER.parse(text);
    return isDeep(document) ? escaped(text) : RENDERER.render(document).strip();
  }

  /** Text without any markup of its own. */
  static String escaped(String text) {
    return Entities.escape(text).replace("\n", "<br>");
  }

  /** Walks without recursion: the renderer recurses, so what it may be given is decided here. */
  private static boolean isDeep(Node document) {
    var node = document.getFirstChild();
    var depth = 1;
    while (node != null) {
      if (depth > MAX_DEPTH) {
        return true;
      }
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return false;
  }
}
