package dev.fakebeeper.control;

import java.nio.file.Path;
import java.util.List;

/** The stubs of a world that no server serves: there are none and there can be none. */
enum NoStubs implements Stubs {
  INSTANCE;

  private static IllegalStateException noServer() {
    return new IllegalStateException(
        "this world has no server that could answer from stubs; start a FakeBeeper and use its worlds");
  }

  @Override
  public List<String> load(Path fileOrFolder) {
    throw noServer();
  }

  @Override
  public String add(String json) {
    throw noServer();
  }

  @Override
  public List<Mapping> list() {
    return List.of();
  }

  @Override
  public boolean remove(String id) {
    return false;
  }

  @Override
  public void reset() {}
}
