package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.WorldRules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixHtmlTest {
  private static final WorldRules RULES = WorldRules.defaults();

  private static String html(String markdown) {
    return MatrixHtml.ofMarkdown(markdown).html();
  }

  @Nested
  class Markdown_becomes_html {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\0',
        textBlock =
            """
            hello                     | hello
            a < b & c > d             | a &lt; b &amp; c &gt; d
            **bold**                  | <strong>bold</strong>
            *soft* and _soft_         | <em>soft</em> and <em>soft</em>
            ~~gone~~                  | <del>gone</del>
            about ~5~ minutes         | about ~5~ minutes
            `a<b`                     | <code>a&lt;b</code>
            # Title                   | <h1>Title</h1>
            > quoted                  | <blockquote>\\n<p>quoted</p>\\n</blockquote>
            [site](https://e.example) | <a href="https://e.example">site</a>
            [x](javascript:alert(1))  | x
            [x](relative/path)        | x
            ![cat](https://e.example) | <a href="https://e.example">cat</a>
            <https://e.example>       | <a href="https://e.example">https://e.example</a>
            see https://e.example     | see https://e.example
            snake_case_name           | snake_case_name
            """)
    void in_one_line(String markdown, String expected) {
      assertThat(html(markdown)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void line_breaks_show_as_in_a_chat() {
      assertThat(html("one\ntwo  \nthree\\\nfour")).isEqualTo("one<br>two<br>three<br>four");
    }

    @Test
    void paragraphs_are_marked_only_when_there_are_several() {
      assertThat(html("one\n\ntwo")).isEqualTo("<p>one</p>\n<p>two</p>");
    }

    @Test
    void lists_keep_their_start() {
      assertThat(html("- a\n- b")).isEqualTo("<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
      assertThat(html("3. c\n4. d")).isEqualTo("<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>");
    }

    @Test
    void fenced_code_names_its_language_and_indented_text_is_no_code() {
      assertThat(html("```java\nvar a = 1 < 2;\n```"))
          .isEqualTo("<pre><code class=\"language-java\">var a = 1 &lt; 2;\n</code></pre>");
      assertThat(html("    four spaces")).isEqualTo("four spaces");
    }

    @Test
    void html_in_the_text_is_text() {
      assertThat(html("<b>no</b>")).isEqualTo("&lt;b&gt;no&lt;/b&gt;");
      assertThat(html("<div>\n**yes**\n</div>"))
          .isEqualTo("&lt;div&gt;<br><strong>yes</strong><br>&lt;/div&gt;");
    }

    @Test
    void text_nested_deeper_than_clients_render_comes_out_as_it_was_written() {
      var deep = ">".repeat(5_000) + " a < b";

      assertThat(html(deep)).isEqualTo("&gt;".repeat(5_000) + " a &lt; b");
    }
  }

  @Nested
  class Mentions_are_found {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "hi [Ann](https://matrix.to/#/@ann:beeper.local)",
          "hi [Ann](https://matrix.to/#/%40ann%3Abeeper.local)",
          "hi [Ann](http://matrix.to/#/@ann:beeper.local?via=beeper.local)",
        })
    void in_links_to_a_person(String text) {
      assertThat(MatrixHtml.ofMarkdown(text).mentions()).containsExactly("@ann:beeper.local");
    }

    @Test
    void with_a_plus_in_the_id() {
      var text = "[A](https://matrix.to/#/@a+b:x.local)";

      assertThat(MatrixHtml.ofMarkdown(text).mentions()).containsExactly("@a+b:x.local");
    }

    @Test
    void of_the_room_outside_code_and_inside_words() {
      assertThat(MatrixHtml.ofMarkdown("@room lunch!").mentions()).containsExactly("@room");
      assertThat(MatrixHtml.ofMarkdown("`@room` me@room.example @roommate").mentions()).isEmpty();
    }

    @Test
    void each_once_in_order() {
      var text =
          "[B](https://matrix.to/#/@b:x) @room [A](https://matrix.to/#/@a:x) [B](https://matrix.to/#/@b:x)";

      assertThat(MatrixHtml.ofMarkdown(text).mentions()).containsExactly("@b:x", "@room", "@a:x");
    }

    @Test
    void but_not_in_links_to_rooms_or_events_or_broken_ones() {
      var text =
          "[r](https://matrix.to/#/!room:x) [e](https://matrix.to/#/!room:x/$event) [a](https://matrix.to/#/#alias:x)";

      assertThat(MatrixHtml.ofMarkdown(text).mentions()).isEmpty();
      assertThat(MatrixHtml.ofMarkdown("[x](https://matrix.to/#/@a%zz:x)").mentions())
          .containsExactly("@a%zz:x");
    }
  }

  @Nested
  class A_quoted_text {

    @Test
    void is_html_as_it_stands() {
      var text =
          MatrixHtml.of("\"<b>bold</b> <a href=\\\"https://matrix.to/#/@a:x\\\">A</a>\"", RULES);

      assertThat(text.html()).isEqualTo("<b>bold</b> <a href=\"https://matrix.to/#/@a:x\">A</a>");
      assertThat(text.mentions()).containsExactly("@a:x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hello\"", "\"a < b\"", "\"<b>open\" and \"more</b>\"", "\"", "\"\""})
    void without_a_tag_or_with_more_around_it_is_text_in_quotes(String text) {
      assertThat(MatrixHtml.of(text, RULES)).isEqualTo(MatrixHtml.ofMarkdown(text));
    }

    @Test
    void is_text_when_the_rule_is_off() {
      var off = RULES.withRawHtmlText(false);

      assertThat(MatrixHtml.of("\"<b>x</b>\"", off).html())
          .isEqualTo("&quot;&lt;b&gt;x&lt;/b&gt;&quot;");
    }
  }

  @Nested
  class The_visible_text {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\0',
        textBlock =
            """
            plain                                   | plain
            a &lt; b &amp;&nbsp;c                   | a < b &\u00a0c
            <strong>bo</strong>ld                   | bold
            one<br>two<br/>three                    | one\\ntwo\\nthree
            <p>one</p>\\n<p>two</p>                 | one\\n\\ntwo
            <ul>\\n<li>a</li>\\n<li>b</li>\\n</ul>  | a\\nb
            <pre><code>x\\n  y\\n</code></pre>      | x\\n  y
            <pre>x\\n</pre>z                        | x\\n\\nz
            an <img src="mxc://a/b" alt=":cat:">    | an :cat:
            <mx-reply>old</mx-reply>new             | new
            <script>bad()</script>good              | good
            one\\ntwo                               | one\\ntwo
            <b>one\\n  two</b>                      | one two
            broken <b>bold <i>both</b> rest         | broken bold both rest
            <ul><li>a<ul><li>b</li></ul></li></ul>  | a\\nb
            """)
    void is_what_a_reader_sees(String html, String expected) {
      assertThat(MatrixHtml.visibleText(html.replace("\\n", "\n")))
          .isEqualTo(expected.replace("\\n", "\n"));
    }
  }
}
