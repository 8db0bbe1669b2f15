package dev.fakebeeper.control.journal;

/** Who must change something so that a kind of trouble goes away. */
public enum Blame {
  /** The client under test. */
  CLIENT("the client"),
  /** The OpenAPI document that the fake was given. */
  CONTRACT("the contract"),
  /** fake-beeper. */
  FAKE("fake-beeper"),
  /** A stub mapping. */
  STUB("a stub mapping"),
  /** The application that is being recorded. */
  APP("the application"),
  /** The test, which wanted it so or asked for what cannot be. */
  TEST("the test");

  private final String words;

  Blame(String words) {
    this.words = words;
  }

  /** The one to blame, in words that go on a sentence: {@code the client}. */
  public String words() {
    return words;
  }
}
