package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.Stubs;
import dev.fakebeeper.control.StubsOfServer;
import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.stubs.GivenMapping;
import dev.fakebeeper.stubs.StubException;
import dev.fakebeeper.stubs.StubLibrary;
import dev.fakebeeper.stubs.WorldStubs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The stub mappings of the worlds of one server, by the name of the world. Thread-safe. */
public final class StubOverlay implements StubsOfServer {
  private final StubLibrary library;
  private final Map<String, WorldStubs> worlds = new ConcurrentHashMap<>();

  /** Over what all worlds begin with. */
  public StubOverlay(StubLibrary library) {
    this.library = library;
  }

  @Override
  public Stubs open(String world, List<Path> start) {
    var stubs = translated(() -> library.open(start));
    worlds.put(world, stubs);
    return new Handle(stubs);
  }

  @Override
  public void close(String world) {
    worlds.remove(world);
  }

  /** The stubs of an open world. */
  Optional<WorldStubs> find(String world) {
    return Optional.ofNullable(worlds.get(world));
  }

  /** Gives what stubs do in the words of control. */
  private record Handle(WorldStubs stubs) implements Stubs {

    @Override
    public List<String> load(Path fileOrFolder) {
      var loaded = translated(() -> stubs.load(fileOrFolder));
      return loaded.stream().map(GivenMapping::id).toList();
    }

    @Override
    public String add(String json) {
      return translated(() -> stubs.add(json));
    }

    @Override
    public List<Mapping> list() {
      return stubs.mappings().stream().map(Handle::mapping).toList();
    }

    private static Mapping mapping(String json) {
      JsonNode tree = Json.parse(json.getBytes(StandardCharsets.UTF_8));
      var id = tree.path("id").asText();
      return new Mapping(id, tree.path("name").asText(id), json);
    }

    @Override
    public boolean remove(String id) {
      return stubs.remove(id);
    }

    @Override
    public void reset() {
      stubs.reset();
    }
  }

  private static <T> T translated(Supplier<T> action) {
    try {
      return action.get();
    } catch (StubException e) {
      throw translated(e);
    }
  }

  /** A mistake of whoever wrote a mapping, or of whoever set up the class path. */
  public static RuntimeException translated(StubException refusal) {
    return refusal.reason() == StubException.Reason.NO_ENGINE
        ? new IllegalStateException(refusal.getMessage(), refusal)
        : new SourceException(
            new Place(refusal.file(), Math.max(1, refusal.line()), 1),
            refusal.what(),
            refusal.why(),
            refusal.fix());
  }
}
