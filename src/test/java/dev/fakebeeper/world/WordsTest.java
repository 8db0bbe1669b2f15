package dev.fakebeeper.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void a_whole_word_has_no_letter_or_digit_beside_it() {
    assertThat(whole("six").areIn("at six.")).isTrue();
    assertThat(whole("six").areIn("sixteen, then six")).isTrue();
    assertThat(whole("six").areIn("sixteen")).isFalse();
    assertThat(whole("six").areIn("x6six")).isFalse();
  }

  @Test
  void letters_of_every_script_are_letters() {
    assertThat(whole("cafe").areIn("cafeé")).isFalse();
    assertThat(whole("кот").areIn("скотч")).isFalse();
    assertThat(whole("𝒶").areIn("𝒶𝒶")).isFalse();
    assertThat(whole("👍").areIn("ok👍ok")).isTrue();
  }

  @Test
  void a_word_that_starts_with_a_sign_needs_no_edge_there() {
    assertThat(whole("#42").areIn("see#42")).isTrue();
    assertThat(whole("#42").areIn("see #421")).isFalse();
  }

  @Test
  void all_words_must_be_there_in_any_order_and_case() {
    assertThat(whole("Ferry SIX").areIn("six, the ferry")).isTrue();
    assertThat(whole("ferry seven").areIn("six, the ferry")).isFalse();
  }

  @Test
  void blanks_alone_are_no_words_and_fit_everything() {
    assertThat(whole(" \t ").isEmpty()).isTrue();
    assertThat(whole("").areIn("")).isTrue();
  }

  private static Words whole(String query) {
    return Words.of(query, Words.Match.WHOLE_WORD);
  }
}
