package dev.fakebeeper.world;

/** What the app remembers of its own sign-in and of the devices it verifies. Immutable. */
public record SetupState() {

  /** Nothing is going on. */
  public static SetupState empty() {
    return new SetupState();
  }
}
