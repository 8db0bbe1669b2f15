package dev.fakebeeper.control.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateFileTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/fakebeeper/control/state/everything.json");

  static byte[] written(SavedWorld saved) throws IOException {
    var out = new ByteArrayOutputStream();
    StateFile.write(saved, out);
    return out.toByteArray();
  }

  static SavedWorld read(byte[] json) throws IOException {
    return StateFile.read("test.json", new ByteArrayInputStream(json));
  }

  /** A failure here means that files of users can no longer be read, or only by luck. */
  @Test
  void the_format_is_what_it_was() throws IOException {
    var written = new String(written(Everything.saved(SavedWorld.Tokens.WRITTEN)), UTF_8);
    if (Boolean.getBoolean("fakebeeper.write")) {
      Files.writeString(GOLDEN, written);
    }

    assertThat(written).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void a_file_of_everything_is_read_as_it_was() throws IOException {
    var read = StateFile.read(GOLDEN);

    assertThat(read).isEqualTo(Everything.saved(SavedWorld.Tokens.WRITTEN));
  }
}
