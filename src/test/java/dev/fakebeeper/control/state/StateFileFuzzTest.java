package dev.fakebeeper.control.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever is done to a file, it is read or refused; nothing else is thrown. */
class StateFileFuzzTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/fakebeeper/control/state/everything.json");
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[0-9]+|true|false|[\\[\\]{},:]");
  private static final int MUTANTS = 400;
  private static final List<String> ODD =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "-1",
          "0",
          "1e999",
          "99999999999999999999",
          "3.5",
          "true",
          "\"\"",
          "\"acc\"",
          "\"c1\"",
          "\"type\"",
          "\"2026-06-15T09:30:00Z\"",
          "[[]]",
          "{\"a\":1}",
          "\u0000",
          "\"\\ud800\"",
          ",",
          "}",
          "]",
          "é");

  @RepeatedTest(3)
  void a_damaged_file_is_explained() throws IOException {
    var seed = ThreadLocalRandom.current().nextLong();
    var random = new SplittableRandom(seed);
    var whole = Files.readString(GOLDEN);
    for (var i = 0; i < MUTANTS; i++) {
      var mutant = damaged(whole, random);
      assertThat(thrownBy(mutant))
          .as("seed %d, mutant %d:%n%s", seed, i, mutant)
          .isIn(null, StateException.class);
    }
  }

  private static Class<?> thrownBy(String text) throws IOException {
    try {
      StateFile.read("mutant", new ByteArrayInputStream(text.getBytes(UTF_8)));
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return e.getClass();
    }
  }

  /** One to three tokens are replaced, repeated or left out, or the end is. */
  private static String damaged(String whole, SplittableRandom random) {
    var text = whole;
    for (var left = random.nextInt(1, 4); left > 0; left--) {
      var tokens = TOKEN.matcher(text).results().toList();
      var token = tokens.get(random.nextInt(tokens.size()));
      var before = text.substring(0, token.start());
      var after = text.substring(token.end());
      text =
          switch (random.nextInt(12)) {
            case 0 -> before;
            case 1, 2 -> before + after;
            case 3 -> before + token.group() + token.group() + after;
            case 4, 5 -> before + tokens.get(random.nextInt(tokens.size())).group() + after;
            default -> before + ODD.get(random.nextInt(ODD.size())) + after;
          };
      if (text.isBlank()) {
        return text;
      }
    }
    return text;
  }
}
