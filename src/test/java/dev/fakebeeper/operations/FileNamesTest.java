package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @ParameterizedTest
  @CsvSource({
    "photo.png, photo.png",
    "../../etc/passwd, passwd",
    "C:\\Users\\me\\note.txt, note.txt",
    "/abs/olute.txt, olute.txt",
    "'..', file",
    "'', file",
    "'  ', file",
    ".hidden, hidden",
    "a:b?.txt, a_b_.txt",
    "'Grüße 😀.md', 'Grüße 😀.md'",
    "trailing.., trailing"
  })
  void only_a_plain_name_is_left(String name, String expected) {
    assertThat(FileNames.safe(name)).isEqualTo(expected);
  }

  @Test
  void control_characters_and_broken_text_go() {
    assertThat(FileNames.safe("a\u0000\n\uD83Db.txt")).isEqualTo("a_b.txt");
  }

  @Test
  void a_long_name_keeps_its_extension() {
    var name = FileNames.safe("é".repeat(300) + ".jpeg");

    assertThat(name).endsWith("é.jpeg");
    assertThat(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(200);
  }
}
