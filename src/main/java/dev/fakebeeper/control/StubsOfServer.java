package dev.fakebeeper.control;

import java.nio.file.Path;
import java.util.List;

/** Who answers for the stub mappings of the worlds of a server. Thread-safe. */
public interface StubsOfServer {
  /** No server answers, so nothing can be stubbed. */
  StubsOfServer NONE =
      new StubsOfServer() {
        @Override
        public Stubs open(String world, List<Path> start) {
          if (!start.isEmpty()) {
            throw new IllegalStateException(
                "this world has no server that could answer from stubs");
          }
          return NoStubs.INSTANCE;
        }

        @Override
        public void close(String world) {}
      };

  /**
   * The stubs of a new world.
   *
   * @param start files and folders that it begins with beside those of all worlds
   * @throws dev.fakebeeper.control.source.SourceException at the first mistake in one of them
   * @throws IllegalStateException when they need what is not there
   */
  Stubs open(String world, List<Path> start);

  /** Forgets those of a world. */
  void close(String world);
}
