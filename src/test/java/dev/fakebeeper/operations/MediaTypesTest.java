package dev.fakebeeper.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTypesTest {

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("\u0089PNG\r\n\u001A\n", "", "image/png"),
        arguments("\u00FF\u00D8\u00FF\u00E0", "photo.txt", "image/jpeg"),
        arguments("GIF89a", "", "image/gif"),
        arguments("%PDF-1.7", "", "application/pdf"),
        arguments("OggS\0\u0002", "voice", "audio/ogg"),
        arguments("RIFF$\0\0\0WAVEfmt ", "", "audio/wav"),
        arguments("\0\0\0\u0014ftypisom", "", "video/mp4"),
        arguments("\0\0\0\u0014ftypqt  ", "", "video/quicktime"),
        arguments("hello there", "", "text/plain"),
        arguments("a,b", "list.csv", "text/csv"),
        arguments("\0\u0001\u0002\u0003", "", "application/octet-stream"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void magic_bytes_come_first_and_the_name_tells_the_rest(
      String bytes, String name, String expected) {
    assertThat(MediaTypes.detect(bytes.getBytes(ISO_8859_1), name)).isEqualTo(expected);
  }

  @Test
  void nothing_at_all_is_unknown() {
    assertThat(MediaTypes.detect(new byte[0], "")).isEqualTo(MediaTypes.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, .png",
    "image/jpeg, .jpg",
    "text/plain, .txt",
    "no type, ''",
    "x/unheard, ''"
  })
  void a_type_has_its_usual_extension(String type, String extension) {
    assertThat(MediaTypes.extensionOf(type)).isEqualTo(extension);
  }
}
