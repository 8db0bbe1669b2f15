package dev.fakebeeper.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaFolderTest {
  private final MediaFolder media = new MediaFolder();

  @AfterEach
  void close() {
    media.close();
  }

  @Test
  void small_bytes_stay_in_memory_and_still_have_a_file() throws IOException {
    var kept = media.keep("hello".getBytes(UTF_8), "a.txt");

    assertThat(kept.content()).isInstanceOf(Bytes.InMemory.class);
    assertThat(kept.file()).hasContent("hello").hasFileName("a.txt");
    assertThat(kept.content().length()).isEqualTo(5);
  }

  @Test
  void large_bytes_are_only_in_the_file() throws IOException {
    var bytes = new byte[MediaFolder.IN_MEMORY_LIMIT + 1];

    var kept = media.keep(bytes, "big.bin");

    assertThat(kept.content()).isInstanceOf(Bytes.InFile.class);
    try (var in = kept.content().open()) {
      assertThat(in).hasBinaryContent(bytes);
    }
  }

  @Test
  void equal_bytes_of_one_name_are_kept_once_and_others_apart() throws IOException {
    var first = media.keep(new byte[] {1}, "a");

    assertThat(media.keep(new byte[] {1}, "a").file()).isEqualTo(first.file());
    assertThat(media.keep(new byte[] {2}, "a").file()).isNotEqualTo(first.file());
    assertThat(media.keep(new byte[] {1}, "b").file()).isNotEqualTo(first.file());
  }

  @Test
  void a_name_cannot_leave_the_folder() throws IOException {
    var first = media.keep(new byte[] {1}, "a").file();

    var evil = media.keep(new byte[] {2}, "../../../evil").file();

    assertThat(evil.getParent().getParent()).isEqualTo(first.getParent().getParent());
  }

  @Test
  void only_files_inside_are_found() throws IOException {
    var file = media.keep(new byte[] {1}, "a").file();
    var root = file.getParent().getParent();

    assertThat(media.find(file)).contains(file);
    assertThat(media.find(root)).isEmpty();
    assertThat(media.find(root.resolve("absent"))).isEmpty();
    assertThat(media.covers(root.resolve("absent"))).isTrue();
    assertThat(media.covers(root.resolve("../other"))).isFalse();
    assertThat(media.covers(Path.of("/etc/hostname"))).isFalse();
    assertThat(media.find(Path.of("/etc/hostname"))).isEmpty();
  }

  @Test
  void a_link_inside_does_not_lead_outside() throws IOException {
    var file = media.keep(new byte[] {1}, "a").file();
    var link = Files.createSymbolicLink(file.resolveSibling("link"), Path.of("/etc/hostname"));

    assertThat(media.find(link)).isEmpty();
  }

  @Test
  void nothing_is_made_before_the_first_file_and_nothing_left_after_closing() throws IOException {
    assertThat(media.covers(Path.of("/tmp"))).isFalse();
    var file = media.keep(new byte[] {1}, "a").file();

    media.close();
    media.close();

    assertThat(file.getParent().getParent()).doesNotExist();
    assertThatThrownBy(() -> media.keep(new byte[] {1}, "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
  }
}
