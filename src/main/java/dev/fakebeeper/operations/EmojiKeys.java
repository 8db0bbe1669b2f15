package dev.fakebeeper.operations;

/**
 * Tells emoji from other reaction keys. The Unicode property for it is not in Java 17, and its data
 * ages; so the rule is: nothing but code points of the blocks that hold emoji, joiners and
 * selectors, with at least one symbol among them. Right for every emoji there is; wrong for a key
 * of plain symbols such as an arrow, which no network uses for anything but its look.
 */
final class EmojiKeys {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_SELECTOR = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  private EmojiKeys() {}

  static boolean isEmoji(String key) {
    return key.codePoints().allMatch(code -> isSymbol(code) || isPart(code) || isKeycapBase(code))
        && key.codePoints().anyMatch(code -> isSymbol(code) || code == KEYCAP);
  }

  private static boolean isSymbol(int code) {
    return (code >= 0x1F000 && code <= 0x1FAFF) // all planes of pictures, assigned or not yet
        || (code >= 0x2100 && code <= 0x2BFF) // letterlike, arrows, technical, dingbats
        || code == 0x203C
        || code == 0x2049
        || code == 0x3030
        || code == 0x303D
        || code == 0x3297
        || code == 0x3299
        || code == 0xA9
        || code == 0xAE;
  }

  private static boolean isPart(int code) {
    return code == ZERO_WIDTH_JOINER
        || code == EMOJI_SELECTOR
        || code == KEYCAP
        || (code >= 0xE0020 && code <= 0xE007F); // tags of regional flags
  }

  private static boolean isKeycapBase(int code) {
    return (code >= '0' && code <= '9') || code == '#' || code == '*';
  }
}
