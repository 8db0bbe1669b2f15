package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.source.BundledFile;
import dev.fakebeeper.control.source.Nearest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The scenarios that come with the product. Each is read once for the whole process. Thread-safe.
 */
final class BundledScenarios {
  private static final String FOLDER = "/dev/fakebeeper/scenarios/";

  /** A file that is always there, so that the folder can be found. */
  private static final String ANCHOR = "send-normal.yaml";

  private static final Map<String, Scenario> READ = new ConcurrentHashMap<>();

  private BundledScenarios() {}

  /** Looked up on first use. */
  private static final class Index {
    static final List<String> NAMES = read();

    private static List<String> read() {
      var anchor = BundledScenarios.class.getResource(FOLDER + ANCHOR);
      if (anchor == null) {
        throw new IllegalStateException("not in the jar: " + FOLDER + ANCHOR);
      }
      return ScenarioFolder.names(anchor, FOLDER.substring(1));
    }
  }

  static List<String> names() {
    return Index.NAMES;
  }

  static Scenario named(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "There is no scenario \"%s\". The names are %s. %s"
              .formatted(
                  name,
                  String.join(", ", names()),
                  Nearest.of(name, names())
                      .map(near -> "Did you mean \"" + near + "\"?")
                      .orElse("Choose one of them, or read a file.")));
    }
    return READ.computeIfAbsent(name, BundledScenarios::read);
  }

  private static Scenario read(String name) {
    return ScenarioFormat.read(BundledFile.read(FOLDER + name), Surroundings.bundled());
  }
}
