package dev.fakebeeper.testing;

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

  /** What stands between the fences of a kind, such as {@code java} or {@code json mapping}. */
  public List<String> fences(String kind) throws IOException {
    return Pattern.compile(
            "^```" + Pattern.quote(kind) + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
