package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The stub mappings of one server: those that all of its worlds begin with, and folders that were
 * read for some of them, each once. Thread-safe.
 */
public final class StubLibrary {
  private final StubCheck check;
  private final List<StubFolder> all = new ArrayList<>();
  private final Map<Path, StubFolder> read = new ConcurrentHashMap<>();

  /**
   * The mappings that all worlds begin with.
   *
   * @param contract what answers are held against; asked when there is a mapping
   * @param folders files and folders
   * @throws StubException at the first mistake in one of them
   */
  public StubLibrary(Supplier<Contract> contract, List<Path> folders) {
    check = new StubCheck(contract);
    folders.forEach(folder -> all.add(StubFolder.read(folder, check)));
  }

  /** How many mappings all worlds begin with. */
  public int size() {
    return all.stream().mapToInt(folder -> folder.mappings().size()).sum();
  }

  /**
   * The stubs of a new world.
   *
   * @param folders what it begins with beside those of all worlds; they come later, so they win
   * @throws StubException at the first mistake in one of them
   */
  public WorldStubs open(List<Path> folders) {
    if (folders.isEmpty()) {
      return new WorldStubs(check, all);
    }
    var start = new ArrayList<>(all);
    for (var folder : folders) {
      start.add(
          read.computeIfAbsent(folder.toAbsolutePath(), path -> StubFolder.read(folder, check)));
    }
    return new WorldStubs(check, start);
  }
}
