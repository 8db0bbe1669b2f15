package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.TextKind;
import dev.fakebeeper.contract.TextRule;
import dev.fakebeeper.testing.JavaText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/redaction.md} shows is what happens. */
class RedactionPageTest {
  private static final Path PAGE = Path.of("docs", "redaction.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^\\| ([a-z-]+) \\| `(.*)` \\| `(.*)` \\|$");
  private static final Pattern RULE =
      Pattern.compile("(?m)^\\| ([a-z][a-z-]+) \\| [^|`]*(?:`[^`]*`[^|`]*)*\\|$");
  private static final String PROGRAM =
      """
      import dev.fakebeeper.recording.redaction.RedactionRules;
      import java.util.List;
      import java.util.regex.Pattern;
      public final class Snippet {
        public static RedactionRules rules() {
          %s
          return rules;
        }
      }
      """;

  @TempDir private Path folder;

  private static List<MatchResult> found(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(PAGE)).results().toList();
  }

  private static String fence(String language) throws IOException {
    return found(Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)).get(0).group(1);
  }

  @Test
  void each_example_becomes_what_the_page_says() throws IOException {
    var surroundings =
        new Pseudonyms.Surroundings(
            Contract.bundled().texts().pathWords(), new Tally(), new KnownValues(text -> false));
    var key = "docs".getBytes(StandardCharsets.UTF_8);
    var pseudonyms = new Pseudonyms(key, RedactionRules.strict(), surroundings);

    var examples = found(EXAMPLE);

    assertThat(examples).hasSizeGreaterThan(20);
    for (var example : examples) {
      var kind = TextKind.valueOf(example.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
      var before = example.group(2).replace("\\|", "|");
      assertThat(pseudonyms.text(new TextRule(kind, Set.of()), before))
          .as(before)
          .isEqualTo(example.group(3).replace("\\|", "|"));
    }
  }

  @Test
  void each_kind_has_a_rule() throws IOException {
    var kinds =
        Arrays.stream(TextKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    assertThat(found(RULE)).extracting(rule -> rule.group(1)).containsExactlyElementsOf(kinds);
  }

  @Test
  void the_rules_can_be_written_so() throws Exception {
    var text = new JavaText("Snippet", PROGRAM.formatted(fence("java")));
    try (var loader = text.compiledInto(folder)) {
      var rules = (RedactionRules) loader.loadClass("Snippet").getMethod("rules").invoke(null);

      assertThat(rules.keep()).containsExactly(RedactionRules.Keep.TEXT);
      assertThat(rules.scrub()).hasSize(1);
    }
  }

  @Test
  void a_refusal_reads_so() throws IOException {
    var scan = new Redactor(Contract.bundled(), new byte[] {1}, RedactionRules.strict()).scan();

    var refusal =
        catchThrowable(
            () ->
                scan.check(
                    "mappings/0001-getChat.json",
                    "{\"response\":\n{\"items\":[1,\"ann@miller.net\"]}}"));

    assertThat(refusal).hasMessage(fence("text").strip());
  }
}
