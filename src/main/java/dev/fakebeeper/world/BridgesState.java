package dev.fakebeeper.world;

/** What bridges there are, and the sign-ins with them that are going on. Immutable. */
public record BridgesState() {

  /** No bridge that anybody described, and no sign-in. */
  public static BridgesState empty() {
    return new BridgesState();
  }
}
