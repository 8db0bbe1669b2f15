package dev.fakebeeper.junit;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.bundle.BundleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the failure bundles of a run go. Thread-safe. */
final class Bundles {
  /** The configuration parameter: a folder, or {@code off}. */
  static final String PARAMETER = "fakebeeper.bundles";

  /** A run in which everything fails shall not fill the disk. */
  private static final int MOST = 100;

  private final Optional<Path> folder;
  private final AtomicInteger written = new AtomicInteger();
  private final Map<String, Integer> byWorld = new ConcurrentHashMap<>();

  private Bundles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Those of the run that a context belongs to. */
  static Bundles of(ExtensionContext context) {
    return Stored.in(context.getRoot())
        .get(Bundles.class, Bundles.class, () -> new Bundles(folder(context)));
  }

  private static Optional<Path> folder(ExtensionContext context) {
    var wanted = context.getConfigurationParameter(PARAMETER).orElse("");
    try {
      return switch (wanted) {
        case "off" -> Optional.empty();
        case "" -> Optional.of(usual(Path.of("")));
        default -> Optional.of(Path.of(wanted));
      };
    } catch (InvalidPathException e) {
      throw new ExtensionConfigurationException(
          "The configuration parameter %s (%s) must be a folder, or off"
              .formatted(PARAMETER, wanted),
          e);
    }
  }

  /** Where the build tool of a project keeps what it makes. */
  static Path usual(Path project) {
    var gradle =
        Files.exists(project.resolve("build.gradle"))
            || Files.exists(project.resolve("build.gradle.kts"));
    var build = gradle && !Files.exists(project.resolve("pom.xml")) ? "build" : "target";
    return project.resolve(build).resolve("fake-beeper");
  }

  /**
   * Writes the bundle of a test that failed.
   *
   * @return what to tell of it, empty when bundles are off
   */
  String write(Guest guest, FailureStory story) {
    if (folder.isEmpty()) {
      return "";
    }
    if (written.incrementAndGet() > MOST) {
      return "%d tests of this run have a failure bundle already, so this one has none."
          .formatted(MOST);
    }
    var file = folder.get().resolve(name(guest.world()));
    try {
      new BundleWriter(guest.world(), story.about()).write(file);
    } catch (IOException e) {
      return "No failure bundle: %s cannot be written (%s). Set the configuration parameter %s to a folder, or to off."
          .formatted(file, e, PARAMETER);
    }
    return "To look at its world as it was then: java -jar fake-beeper.jar replay-bundle " + file;
  }

  /** Several dynamic tests may fail in the one world of their factory. */
  private String name(FakeWorld world) {
    int number = byWorld.merge(world.name(), 1, Integer::sum);
    return world.name() + (number == 1 ? "" : "." + number) + ".zip";
  }
}
