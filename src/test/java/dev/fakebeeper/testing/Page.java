package dev.fakebeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation, whose snippets a test runs. */
public record Page(Path file) {

  /** A page in {@code docs}. */
  public static Page of(String name) {
    return new Page(Path.of("docs", name));
  }

  /** The whole page. */
  public String text() {
    return read(file);
  }

  /** What stands between the fences of a kind, such as {@code java} or {@code json mapping}. */
  public List<String> fences(String kind) {
    return Pattern.compile(
            "^```" + Pattern.quote(kind) + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(text())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** What stands between the first fences of a kind. */
  public String fence(String kind) {
    var fences = fences(kind);
    assertThat(fences).as(kind).isNotEmpty();
    return fences.get(0);
  }

  /**
   * Fails unless the page shows, in a fence of its own, what stands in the test between {@code //
   * snippet} and {@code // end}, so that what it shows has run.
   */
  public void showsSnippetOf(Class<?> test) {
    var source = read(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
    var mark = "// snippet\n";
    assertThat(source).contains(mark);
    var begin = source.indexOf(mark) + mark.length();
    var region = source.substring(begin, source.indexOf("      // end", begin)).indent(-6);
    assertThat(text()).contains("```java\n" + region + "```");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
