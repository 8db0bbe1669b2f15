package dev.fakebeeper.control.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BundledFileTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  static List<String> every_bundled_file() throws IOException {
    try (var files = Files.walk(RESOURCES.resolve("dev/fakebeeper"), 2)) {
      return files
          .filter(file -> file.getParent().getParent().endsWith("fakebeeper"))
          .map(file -> "/" + RESOURCES.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("every_bundled_file")
  void the_copy_that_a_start_reads_means_what_the_yaml_means(String path) {
    var yaml = SourceReader.read(Path.of(RESOURCES + path + ".yaml"));

    var copy = BundledFile.read(path);

    assertThat(copy.place().file()).endsWith(".json");
    assertThat(meaning(copy)).isEqualTo(meaning(yaml));
  }

  @Test
  void all_kinds_of_files_have_copies() throws IOException {
    assertThat(every_bundled_file())
        .hasSizeGreaterThan(80)
        .anyMatch(path -> path.contains("/worlds/"))
        .anyMatch(path -> path.contains("/bridges/"))
        .anyMatch(path -> path.contains("/scenarios/"));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> BundledFile.read("/dev/fakebeeper/worlds/nowhere"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("not in the jar: /dev/fakebeeper/worlds/nowhere.yaml");
  }

  /** A tree without its places. */
  private static Stream<String> lines(SourceNode node, String at) {
    if (node instanceof SourceNode.Members members) {
      return members.byName().entrySet().stream()
          .flatMap(member -> lines(member.getValue().value(), at + "/" + member.getKey()));
    }
    if (node instanceof SourceNode.Items items) {
      return Stream.concat(
          Stream.of(at + " has " + items.nodes().size()),
          items.nodes().stream().flatMap(item -> lines(item, at + "/*")));
    }
    var scalar = (SourceNode.Scalar) node;
    return Stream.of(at + " " + scalar.form() + " " + scalar.text());
  }

  private static List<String> meaning(SourceNode node) {
    return lines(node, "").toList();
  }
}
