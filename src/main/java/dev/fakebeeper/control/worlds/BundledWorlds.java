package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.bridges.BundledBridges;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import dev.fakebeeper.world.Asset;
import java.io.IOException;
import java.io.InputStream;
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
            NetworkFormat.readAll(tree("networks.yaml")),
            Talk.read(tree("talk.yaml")),
            BundledBridges.all());
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
        name, one -> WorldFormat.read(tree(one + ".yaml"), known(), BundledWorlds::content));
  }

  /** The bytes of a file beside the bundled worlds. */
  static Asset.Content content(String path, SourceNode node) {
    try (var in = open(path)) {
      return BytesContent.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(node.place() + ": cannot read " + path, e);
    }
  }

  private static SourceNode tree(String file) {
    try (var in = open(file)) {
      return SourceReader.read(file, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled " + file, e);
    }
  }

  private static InputStream open(String path) throws IOException {
    var in = BundledWorlds.class.getResourceAsStream(FOLDER + path);
    if (in == null) {
      throw new IOException("not in the jar: " + FOLDER + path);
    }
    return in;
  }
}
