package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.world.PixelSize;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFactsTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void a_picture_has_a_size(String format) {
    var picture = Samples.picture(format, 31, 17);

    var facts = MediaFacts.of(picture, MediaTypes.detect(picture, ""));

    assertThat(facts.size()).isEqualTo(new PixelSize(31, 17));
    assertThat(facts.duration()).isNull();
  }

  @Test
  void a_film_has_a_duration_in_seconds() {
    var film = Samples.film(600, 1_500);

    var type = MediaTypes.detect(film, "");

    assertThat(type).isEqualTo("video/mp4");
    assertThat(MediaFacts.of(film, type).duration()).isEqualTo(2.5);
  }

  @Test
  void a_file_that_is_no_picture_tells_nothing() {
    var picture = Samples.picture("png", 3, 3);

    assertThat(MediaFacts.of(picture, "application/pdf").size()).isNull();
    assertThat(MediaFacts.of(new byte[] {1, 2, 3}, "image/png").size()).isNull();
    assertThat(MediaFacts.of(new byte[0], "video/mp4").duration()).isNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_damaged_file_never_fails(long seed) {
    var random = new Random(seed);
    for (var whole :
        new byte[][] {
          Samples.picture("png", 9, 9), Samples.picture("jpg", 9, 9), Samples.film(1, 1)
        }) {
      var damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (var i = 0; i < damaged.length / 8; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }

      assertThat(MediaFacts.of(damaged, "image/png")).isNotNull();
    }
  }
}
