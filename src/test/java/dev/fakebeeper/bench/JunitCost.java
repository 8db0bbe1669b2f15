package dev.fakebeeper.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.junit.FakeBeeperTest;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a test pays: the first class of a fresh JVM for the server, each later test for its world.
 * JUnit itself is warm before anything is measured, because every suite pays for it.
 */
final class JunitCost {
  private static final int STARTS = 5;
  private static final int TESTS = 500;

  private JunitCost() {}

  static final class Empty {
    @Test
    void does_nothing() {}
  }

  static final class WithBareJavalin {
    private static Javalin server;

    @BeforeAll
    static void start() {
      server = Javalin.create(config -> config.startup.showJavalinBanner = false).start(0);
    }

    @AfterAll
    static void stop() {
      server.stop();
    }

    @Test
    void does_nothing() {}
  }

  @FakeBeeperTest
  static final class WithFake {
    @Test
    void does_nothing(FakeWorld world) {}
  }

  static final class ManyEmpty {
    @RepeatedTest(TESTS)
    void does_nothing() {}
  }

  @FakeBeeperTest
  static final class ManyWorlds {
    @RepeatedTest(TESTS)
    void does_nothing(FakeWorld world) {}
  }

  /** One measurement in a JVM of its own: prints milliseconds. */
  public static void main(String[] arguments) {
    try (var session = LauncherFactory.openSession()) {
      run(session, Empty.class);
      var first = "bare".equals(arguments[0]) ? WithBareJavalin.class : WithFake.class;
      var start = run(session, first);
      var empty = run(session, ManyEmpty.class);
      var worlds = run(session, ManyWorlds.class);
      System.out.println(start + " " + (worlds - empty) / TESTS);
    }
  }

  private static double run(LauncherSession session, Class<?> tests) {
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    var begun = System.nanoTime();
    session.getLauncher().execute(request);
    return (System.nanoTime() - begun) / 1e6;
  }

  static void report() throws IOException, InterruptedException {
    var bare = new double[STARTS];
    var fake = new double[STARTS];
    var world = new double[STARTS];
    for (var i = 0; i < STARTS; i++) {
      bare[i] = measured("bare")[0];
      var both = measured("fake");
      fake[i] = both[0];
      world[i] = both[1];
    }
    var ofBare = Benchmarks.median(bare);
    var ofFake = Benchmarks.median(fake);
    Benchmarks.say(
        "| first JUnit class of a fresh JVM, ms | %.0f | %.0f | %.2f |"
            .formatted(ofBare, ofFake, ofFake / ofBare));
    Benchmarks.say("");
    Benchmarks.say(
        "each later test of it: %.2f ms for its world".formatted(Benchmarks.median(world)));
  }

  private static double[] measured(String mode) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java, "-cp", System.getProperty("java.class.path"), JunitCost.class.getName(), mode);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measurement failed: " + line);
    }
    var parts = line.substring(line.lastIndexOf('\n') + 1).split(" ", -1);
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
  }
}
