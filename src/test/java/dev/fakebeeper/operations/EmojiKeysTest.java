package dev.fakebeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "❤️",
        "❤",
        "👍🏽",
        "👩‍👩‍👧",
        "🇩🇪",
        "1️⃣",
        "#️⃣",
        "🫡",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "©️",
        "‼️",
        "☺"
      })
  void an_emoji_is_one_in_any_form(String key) {
    assertThat(EmojiKeys.isEmoji(key)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+1",
        ":thumbsup:",
        "party/parrot",
        "1",
        "#",
        "ok👍",
        "mxc://x/y",
        "\u200D",
        "é"
      })
  void any_other_key_is_none(String key) {
    assertThat(EmojiKeys.isEmoji(key)).isFalse();
  }
}
