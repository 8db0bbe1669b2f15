package dev.fakebeeper.stubs;

import dev.fakebeeper.stubs.StubException.Reason;

/** Whether WireMock is there, asked without loading anything of it. */
final class WireMockPresence {
  private static final String DOOR = "com/github/tomakehurst/wiremock/WireMockServer.class";

  private WireMockPresence() {}

  /**
   * Called before the first class is used that needs WireMock.
   *
   * @throws StubException when it is not on the class path
   */
  static void require() {
    if (WireMockPresence.class.getClassLoader().getResource(DOOR) == null) {
      throw StubException.in(
          "stubs",
          new Mistake(
              Reason.NO_ENGINE,
              "",
              "WireMock is not on the class path",
              "Stub mappings are answered by WireMock, which is optional for the library",
              "Add org.wiremock:wiremock:3.13.2 (or wiremock-standalone) to the test dependencies, or use fake-beeper.jar, which has it"));
    }
  }
}
