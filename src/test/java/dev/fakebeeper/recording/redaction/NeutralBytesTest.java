package dev.fakebeeper.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralBytesTest {
  private static byte[] file(String start, int length) {
    return Arrays.copyOf(
        (start + "secret things in here").getBytes(StandardCharsets.ISO_8859_1), length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0089PNG", "GIF8"})
  void an_image_is_still_an_image(String start) throws Exception {
    var made = NeutralBytes.of(file(start, 400));

    assertThat(made).hasSize(400);
    assertThat(ImageIO.read(new ByteArrayInputStream(made)).getWidth()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0089PNG",
        "GIF8",
        "\u00ff\u00d8\u00ff",
        "OggS",
        "%PDF-",
        "PK\u0003\u0004",
        "RIFF0000WEBP",
        "0000ftyp",
        "?"
      })
  void files_keep_their_length_and_kind_and_nothing_else(String start) {
    for (int length : new int[] {0, 1, 5, 12, 100, 5000}) {
      var made = new String(NeutralBytes.of(file(start, length)), StandardCharsets.ISO_8859_1);

      assertThat(made).hasSize(length).doesNotContain("secret").doesNotContain("things");
    }
    assertThat(NeutralBytes.of(file(start, 100)))
        .isEqualTo(NeutralBytes.of(Arrays.copyOf(file(start + "other", 90), 100)));
  }

  @Test
  void base64_stays_base64_of_the_same_length() {
    var text = Base64.getEncoder().encodeToString(file("\u0089PNG", 300));

    var made = NeutralBytes.ofBase64(text);

    assertThat(made).hasSameSizeAs(text).isNotEqualTo(text);
    assertThat(Base64.getDecoder().decode(made)).hasSize(300);
    assertThat(NeutralBytes.ofBase64("no base64!")).isNotEqualTo("no base64!");
  }
}
