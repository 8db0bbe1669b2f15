package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.control.source.BundledFile;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.world.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that come with the product. Each is read once for the whole process. Thread-safe. */
final class BundledWorlds {
  static final List<String> NAMES = List.of("default", "empty");

  private static final String FOLDER = "/dev/fakebeeper/worlds/";
  private static final Map<String, WorldPlan> PLANS = new ConcurrentHashMap<>();
  private static final Map<String, StartingWorld> WORLDS = new ConcurrentHashMap<>();

  private BundledWorlds() {}

  /** Read on first use. */
  private static final class Shared {
    static final WorldFormat.Known KNOWN =
        new WorldFormat.Known(
            NetworkFormat.readAll(tree("networks")), Talk.read(tree("talk")), BundledBridges.all());
  }

  /** What every world may use without describing it. */
  static WorldFormat.Known known() {
    return Shared.KNOWN;
  }

  /** The world with one of the names. */
  static StartingWorld world(String name) {
    return WORLDS.computeIfAbsent(name, one -> new Remembered(plan(one)));
  }

  /** The plan behind one of the names. */
  static WorldPlan plan(String name) {
    return PLANS.computeIfAbsent(
        name, one -> WorldFormat.read(tree(one), known(), BundledWorlds::content));
  }

  /** The bytes of a file beside the bundled worlds. */
  static Asset.Content content(String path, SourceNode node) {
    try (var in = BundledFile.open(FOLDER + path)) {
      return BytesContent.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(node.place() + ": cannot read " + path, e);
    }
  }

  private static SourceNode tree(String name) {
    return BundledFile.read(FOLDER + name);
  }
}
