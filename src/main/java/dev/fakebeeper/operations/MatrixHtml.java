package dev.fakebeeper.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.world.WorldRules;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of messages and drafts: people write plain text or Markdown, the API keeps and shows
 * Matrix HTML.
 *
 * <p>That Markdown becomes Matrix HTML is documented. Which dialect is not: here it is CommonMark
 * with strikethrough, and as in a chat each line break shows, indentation is no code block, and
 * HTML in the text is text (all assumed). A single paragraph has no {@code <p>} around it.
 *
 * <p>Thread-safe; every method is a function of its arguments and never throws on any text.
 */
public final class MatrixHtml {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

  private MatrixHtml() {}

  /**
   * What a client wrote, as the API keeps it.
   *
   * @param text plain text or Markdown; while {@link WorldRules#rawHtmlText()} holds, a JSON string
   *     literal with at least one tag inside is taken as the HTML it holds (documented in older
   *     builds; that a tag is needed is assumed, so that a word in quotes stays one)
   */
  public static RichText of(String text, WorldRules rules) {
    var raw = rules.rawHtmlText() ? quotedHtml(text) : Optional.<String>empty();
    return raw.map(Mentions::in).orElseGet(() -> ofMarkdown(text));
  }

  /** Markdown as Matrix HTML, with the people it mentions. */
  public static RichText ofMarkdown(String text) {
    return Mentions.in(Markdown.toHtml(text));
  }

  /** Plain text as Matrix HTML: only escaped, line breaks kept. */
  public static String ofPlainText(String text) {
    return Markdown.escaped(text);
  }

  /**
   * What a reader sees of Matrix HTML: without tags and reply fallbacks, entities decoded, a line
   * break where a block or {@code <br>} breaks the line, an image as its alternative text. Search
   * and length limits work on it. Plain text that went through {@link #ofMarkdown} comes back as it
   * was.
   *
   * @param html any text; broken HTML is read as a browser reads it
   */
  public static String visibleText(String html) {
    return VisibleText.of(html);
  }

  private static Optional<String> quotedHtml(String text) {
    var literal = text.strip();
    if (literal.length() < 2 || !literal.startsWith("\"") || !literal.endsWith("\"")) {
      return Optional.empty();
    }
    try {
      var value = Json.mapper().readTree(literal);
      return Optional.of(value.asText()).filter(html -> TAG.matcher(html).find());
    } catch (JsonProcessingException e) {
      return Optional.empty(); // text that merely stands in quotes
    }
  }
}
