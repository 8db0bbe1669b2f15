package dev.fakebeeper.control.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file, it loads or is refused with a place; nothing else is thrown. */
class WorldFileFuzzTest {
  private static final Path DEFAULT =
      Path.of("src/main/resources/dev/fakebeeper/worlds/default.yaml");
  private static final int MUTANTS = 40;
  private static final List<String> ODD =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "-1",
          "0",
          "99999999999999999999",
          "3.5",
          "true",
          "\"\"",
          "me",
          "room",
          "-99999d",
          "+0d 99:99",
          "\"\\0\"",
          "[[]]",
          "{a: b}",
          "*x",
          "&x",
          "\t",
          "é");

  @TempDir private Path folder;

  @RepeatedTest(3)
  void a_damaged_file_is_explained() throws IOException {
    var seed = ThreadLocalRandom.current().nextLong();
    var random = new SplittableRandom(seed);
    Files.createDirectories(folder.resolve("media"));
    var lines = Files.readAllLines(DEFAULT);
    for (var i = 0; i < MUTANTS; i++) {
      var mutant = Files.write(folder.resolve("mutant.yaml"), damaged(lines, random));
      assertThat(thrownBy(mutant))
          .as("seed %d, mutant %d:%n%s", seed, i, Files.readString(mutant))
          .isIn(null, SourceException.class);
    }
  }

  private static Class<?> thrownBy(Path file) {
    try {
      StartingWorlds.load(file, StartingWorlds.FROZEN_START, 1);
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return e.getClass();
    }
  }

  /** Without its pictures, which are not in the folder, and with one to three lines damaged. */
  private static List<String> damaged(List<String> lines, SplittableRandom random) {
    var all = new ArrayList<String>();
    lines.forEach(line -> all.add(line.replaceFirst("file: media/[^,}]+", "content: x")));
    for (var left = random.nextInt(1, 4); left > 0; left--) {
      var at = random.nextInt(all.size());
      switch (random.nextInt(4)) {
        case 0 -> all.remove(at);
        case 1 -> all.add(at, all.get(random.nextInt(all.size())));
        case 2 -> all.set(at, all.get(at).replaceFirst("(?<=: )[^ ,}\\]]+", odd(random)));
        default -> all.set(at, all.get(at).replaceFirst("[\\w-]+(?=[,}\\]])", odd(random)));
      }
    }
    return all;
  }

  private static String odd(SplittableRandom random) {
    return java.util.regex.Matcher.quoteReplacement(ODD.get(random.nextInt(ODD.size())));
  }
}
