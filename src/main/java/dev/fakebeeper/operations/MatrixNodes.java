package dev.fakebeeper.operations;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * The nodes that Matrix HTML writes in its own way: {@code <br>} without a slash; links only to the
 * schemes that the Matrix specification allows, else the bare words; a picture as a link to it,
 * since Matrix shows no picture from outside.
 */
final class MatrixNodes implements NodeRenderer {
  private static final Set<String> SCHEMES =
      Set.of("https", "http", "ftp", "mailto", "magnet", "mxc");

  private final HtmlNodeRendererContext context;

  MatrixNodes(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(HardLineBreak.class, Link.class, Image.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Link link) {
      anchor(link, link.getDestination());
    } else if (node instanceof Image image) {
      anchor(image, image.getDestination());
    } else {
      context.getWriter().tag("br");
    }
  }

  private void anchor(Node node, String destination) {
    if (!isAllowed(destination)) {
      children(node);
      return;
    }
    context.getWriter().tag("a", Map.of("href", destination));
    children(node);
    context.getWriter().tag("/a");
  }

  private void children(Node parent) {
    for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }

  private static boolean isAllowed(String destination) {
    var colon = destination.indexOf(':');
    return colon > 0 && SCHEMES.contains(destination.substring(0, colon).toLowerCase(Locale.ROOT));
  }
}
