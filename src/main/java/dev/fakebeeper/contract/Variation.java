package dev.fakebeeper.contract;

/**
 * A way to change a good answer, so that a client must prove itself: by what a newer build, a
 * poorer network or a rude person could make of it, or by a breach of the contract.
 */
public enum Variation {
  /**
   * Every enumerated value becomes one that nobody knows, spelled in the same style. Newer builds
   * add values (observed), so a client must live with them. It keeps the contract only where the
   * document declares the set open: by {@code x-fake-open-set}, or by a union that takes any text.
   */
  UNKNOWN_ENUM_VALUE(Breach.BY_CLOSED_SETS),

  /** Declared members that are not required are left out. Keeps the contract. */
  MISSING_OPTIONAL(Breach.NONE),

  /** Every object that takes further members gets one that nobody knows. Keeps the contract. */
  EXTRA_MEMBERS(Breach.NONE),

  /** Every value that may be null is null. Keeps the contract. */
  NULLS(Breach.NONE),

  /**
   * Texts for people have 10,000 characters, or as many as the contract allows; at most 200 of them
   * in one answer. Keeps the contract.
   */
  LONG_TEXT(Breach.NONE),

  /**
   * Texts for people run from right to left, with direction marks, joined emoji and combining
   * characters. Keeps the contract.
   */
  BIDIRECTIONAL_TEXT(Breach.NONE),

  /**
   * A page that has a cursor is empty and says that there is more; its cursors stay. Keeps the
   * contract. The official SDKs end their walk on such a page.
   */
  EMPTY_PAGE_WITH_CURSOR(Breach.NONE),

  /**
   * A required member is left out: each of those named, or one that the seed chooses. Breaks the
   * contract.
   */
  MEMBER_REMOVED(Breach.ON_PURPOSE),

  /**
   * A value has another JSON type, such as a number as text: each of those named, or one that the
   * seed chooses. Breaks the contract.
   */
  WRONG_TYPE(Breach.ON_PURPOSE);

  private enum Breach {
    NONE,
    BY_CLOSED_SETS,
    ON_PURPOSE
  }

  private final Breach breach;

  Variation(Breach breach) {
    this.breach = breach;
  }

  /**
   * Whether a good answer is still good after every change of this kind. False for unknown values
   * of enumerations, although those of open sets are legal.
   */
  public boolean keepsContract() {
    return breach == Breach.NONE;
  }

  /** Whether a change that does no harm would be no change of this kind. */
  boolean mustBreak() {
    return breach == Breach.ON_PURPOSE;
  }
}
