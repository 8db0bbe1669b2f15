package dev.fakebeeper.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The snippets of {@code docs/junit.md}, and the one of the README, stand in the tests of {@code
 * docs.recipes}, so they compile and run.
 */
class JunitPageTest {
  private static final Path RECIPES = Path.of("src/test/java/dev/fakebeeper/docs/recipes");
  private static final Path PAGE = Path.of("docs/junit.md");
  private static final Pattern FENCE =
      Pattern.compile("```java recipe ([\\w-]+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile(
          "^ *// snippet: ([\\w-]+)\n(.*?)^ *// end\n", Pattern.DOTALL | Pattern.MULTILINE);

  private static Map<String, String> regions() throws IOException {
    var regions = new TreeMap<String, String>();
    try (var files = Files.list(RECIPES)) {
      for (var file : files.toList()) {
        REGION
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> regions.put(found.group(1), found.group(2).stripIndent().strip()));
      }
    }
    return regions;
  }

  private static Map<String, String> fences(Path page) throws IOException {
    var fences = new HashMap<String, String>();
    FENCE
        .matcher(Files.readString(page))
        .results()
        .forEach(found -> fences.put(found.group(1), found.group(2).strip()));
    return fences;
  }

  @BeforeAll
  static void writeAnewIfAsked() throws IOException {
    if (Boolean.getBoolean("fakebeeper.write")) {
      write(PAGE);
      write(Path.of("README.md"));
    }
  }

  @Test
  void every_recipe_is_on_the_page_as_it_runs() throws IOException {
    assertThat(fences(PAGE))
        .as("mvn test -Dtest=JunitPageTest -Dfakebeeper.write=true writes them anew")
        .containsExactlyInAnyOrderEntriesOf(regions());
  }

  @Test
  void the_test_of_the_readme_is_the_first_of_the_page() throws IOException {
    assertThat(fences(Path.of("README.md")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("complete", regions().get("complete")));
  }

  private static void write(Path page) throws IOException {
    var regions = regions();
    var text =
        FENCE
            .matcher(Files.readString(page))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "```java recipe %s\n%s\n```"
                            .formatted(found.group(1), regions.get(found.group(1)))));
    Files.writeString(page, text);
  }
}
