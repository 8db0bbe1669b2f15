package dev.fakebeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table of a page that a test makes; {@code -Dfakebeeper.write=true} writes it anew. */
public record PageTable(Path page, String name) {
  private static final String END = "<!-- end of table -->";

  /** Stands between {@code <!-- table: NAME -->} and {@code <!-- end of table -->}. */
  public static PageTable of(String page, String name) {
    return new PageTable(Path.of("docs", page), name);
  }

  /** Fails unless the page has exactly this text there. */
  public void check(String text) {
    try {
      var whole = Files.readString(page);
      var mark = "<!-- table: " + name + " -->\n";
      assertThat(whole).contains(mark);
      var begin = whole.indexOf(mark) + mark.length();
      var end = whole.indexOf(END, begin);
      var wanted = "\n" + text + "\n";
      if (Boolean.getBoolean("fakebeeper.write")) {
        Files.writeString(page, whole.substring(0, begin) + wanted + whole.substring(end));
        return;
      }
      assertThat(whole.substring(begin, end))
          .as("run the test with -Dfakebeeper.write=true to write it anew")
          .isEqualTo(wanted);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
