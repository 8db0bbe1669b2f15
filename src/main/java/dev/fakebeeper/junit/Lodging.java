package dev.fakebeeper.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Where tests live: on which server, and in which world of it. Immutable. */
sealed interface Lodging permits SharedServer, OwnServer, GivenServer {

  /** Called before the tests of a class, if the extension is known by then. */
  void open(ExtensionContext classContext);

  /**
   * Whoever lives here for as long as a context lasts: a test, or a class on behalf of its {@code
   * BeforeAll} methods. The same one for each visit with the same context.
   */
  Guest receive(Visit visit);
}
