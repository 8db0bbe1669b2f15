package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.WorldRules;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any text. A failing case is named by its seed, which makes it again. */
class MatrixHtmlGeneratedTest {
  private static final String[] MARKUP = {
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "[",
    "](",
    ")",
    "](https://e.example)",
    "![",
    "<",
    ">",
    "</b>",
    "<b>",
    "<!--",
    "&",
    "&amp;",
    "&#0;",
    "\\",
    "\n",
    "\n\n",
    "  \n",
    "\t",
    " ",
    "\"",
    "word",
    "é",
    "😀",
    "\uD83D",
    "\u0000",
    "@room",
    "https://matrix.to/#/@a:x",
    "---\n",
    "<https://e.example>"
  };
  private static final String[] PLAIN = {
    "a", "word", " ", ", ", "\n", "é", "😀", "<", ">x", "&", "\"", "'", "7", "@", "a < b", " & ",
    "(x)", "/"
  };
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static String text(long seed, String[] pieces) {
    var random = new Random(seed);
    var text = new StringBuilder();
    random.ints(random.nextInt(60), 0, pieces.length).forEach(i -> text.append(pieces[i]));
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void any_text_becomes_balanced_html(long seed) {
    var html = MatrixHtml.of(text(seed, MARKUP), WorldRules.defaults()).html();

    var open = new ArrayDeque<String>();
    var tags = TAG.matcher(html);
    while (tags.find()) {
      if (tags.group(1).isEmpty() && !tags.group(2).matches("br|hr")) {
        open.push(tags.group(2));
      } else if (!tags.group(1).isEmpty()) {
        assertThat(open.poll()).as(html).isEqualTo(tags.group(2));
      }
    }
    assertThat(open).as(html).isEmpty();
    assertThat(MatrixHtml.visibleText(html)).doesNotContain("<p>", "<br>", "<strong>");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void plain_text_reads_as_it_was_written(long seed) {
    // what Markdown gives a meaning to is left out: blanks around lines, empty lines
    var text = text(seed, PLAIN).strip().replaceAll("[ ]*\\n\\s*", "\n").replaceAll("(?m)^>+", "");

    assertThat(MatrixHtml.visibleText(MatrixHtml.ofMarkdown(text.strip()).html()))
        .isEqualTo(text.strip());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void any_html_has_a_visible_text(long seed) {
    assertThat(MatrixHtml.visibleText(text(seed, MARKUP))).isNotNull();
  }
}
