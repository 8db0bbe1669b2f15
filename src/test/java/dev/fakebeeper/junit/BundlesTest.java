package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class BundlesTest {
  @TempDir private Path folder;

  private Run runInto(Path bundles, Class<?> sample) {
    return new Run(
        Run.kit(sample).configurationParameter("fakebeeper.bundles", bundles.toString()).execute());
  }

  @Test
  void a_test_that_failed_leaves_a_bundle_that_tells_its_story() {
    var failure = runInto(folder, FailingSample.class).failures().get(0);

    var file = folder.resolve("BundlesTest.FailingSample.fails-1.zip");
    assertThat(failure.getSuppressed()[0])
        .hasMessageEndingWith(
            "\n\nTo look at its world as it was then: java -jar fake-beeper.jar replay-bundle "
                + file);
    var bundle = Bundle.read(file);
    assertThat(bundle.about("test")).contains("BundlesTest.FailingSample.fails");
    assertThat(bundle.about("failure"))
        .contains(AssertionFailedError.class.getName() + ": its reason");
    assertThat(bundle.about("startingWorld")).contains("default");
    assertThat(bundle.about("java")).contains(Runtime.version().toString());
    assertThat(bundle.about("junit")).contains("5.14.4");
    assertThat(bundle.about("seed")).contains("1");
  }

  @FakeBeeperTest
  static class FailingSample {
    @Test
    void fails(FakeBeeper beeper) {
      new Client(beeper).get("/v1/accounts");
      throw new AssertionFailedError("its reason");
    }
  }

  @Test
  void it_tells_what_the_world_began_with() {
    runInto(folder, ChosenSample.class);

    assertThat(startingWorld("in_an_empty_world")).contains("empty");
    assertThat(startingWorld("in_that_of_a_scenario")).contains("of the scenario send-normal");
  }

  private Optional<String> startingWorld(String test) {
    return Bundle.read(folder.resolve("BundlesTest.ChosenSample." + test + "-1.zip"))
        .about("startingWorld");
  }

  @FakeBeeperTest
  @StartingWorld("empty")
  static class ChosenSample {
    @BeforeAll
    static void prepare(FakeWorld world) {
      world.settle();
    }

    @Test
    void in_an_empty_world() {
      throw new AssertionFailedError("its reason");
    }

    @Test
    @Scenario("send-normal")
    void in_that_of_a_scenario() {
      throw new AssertionFailedError("its reason");
    }
  }

  @Test
  void a_token_that_the_test_wrote_into_its_message_is_not_in_it() {
    runInto(folder, TalkativeSample.class);

    var bundle = Bundle.read(folder.resolve("BundlesTest.TalkativeSample.fails-1.zip"));
    assertThat(bundle.about("failure"))
        .contains(AssertionFailedError.class.getName() + ": no luck with <token>");
  }

  @FakeBeeperTest
  static class TalkativeSample {
    @Test
    void fails(@BeeperToken String token) {
      throw new AssertionFailedError("no luck with " + token);
    }
  }

  @Test
  void each_dynamic_test_that_fails_leaves_one_and_is_told_of_at_once() {
    var run = runInto(folder, DynamicSample.class);

    assertThat(run.messages())
        .hasSize(4)
        .startsWith("first", "second", "Assumption failed: assumption is not true")
        .last()
        .asString()
        .startsWith("BundlesTest.DynamicSample.calls: fake-beeper found something to object to")
        .contains("[FB-ROUTE-UNKNOWN]");
    assertThat(run.failures().get(0).getSuppressed()[0].getMessage())
        .startsWith("BundlesTest.DynamicSample.calls: what fake-beeper saw")
        .contains("#1 GET /v1/accounts -> 200")
        .doesNotContain("#2")
        .endsWith("replay-bundle " + folder.resolve("BundlesTest.DynamicSample.calls-1.zip"));
    assertThat(run.failures().get(2).getSuppressed()).isEmpty();
    assertThat(run.failures().get(1).getSuppressed()[0].getMessage())
        .contains("1. [FB-ROUTE-UNKNOWN]")
        .endsWith("replay-bundle " + folder.resolve("BundlesTest.DynamicSample.calls-1.2.zip"));
    assertThat(
            Bundle.read(folder.resolve("BundlesTest.DynamicSample.calls-1.2.zip"))
                .about("displayName"))
        .contains("asks astray");
  }

  @FakeBeeperTest
  static class DynamicSample {
    @TestFactory
    Stream<DynamicNode> calls(FakeBeeper beeper) {
      return Stream.of(
          dynamicTest("asks", () -> failAfter(beeper, "/v1/accounts", "first")),
          dynamicContainer(
              "deeper",
              List.of(dynamicTest("asks astray", () -> failAfter(beeper, "/v1/chat", "second")))),
          dynamicTest("is aborted", () -> assumeTrue(false)),
          dynamicTest("passes", () -> {}));
    }

    private static void failAfter(FakeBeeper beeper, String path, String reason) {
      new Client(beeper).get(path);
      throw new AssertionFailedError(reason);
    }
  }

  @Test
  void a_test_that_passed_leaves_none() {
    runInto(folder, PassingSample.class).succeeded(1);

    assertThat(folder).isEmptyDirectory();
  }

  @FakeBeeperTest
  static class PassingSample {
    @Test
    void passes(FakeBeeper beeper) {
      new Client(beeper).get("/v1/accounts");
    }
  }

  @Test
  void a_run_in_which_everything_fails_writes_a_hundred_and_no_more() throws IOException {
    var run = runInto(folder, CatastropheSample.class);

    assertThat(run.failures().get(100).getSuppressed()[0])
        .hasMessageEndingWith(
            "100 tests of this run have a failure bundle already, so this one has none.");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(100);
    }
  }

  @FakeBeeperTest
  @StartingWorld("empty")
  static class CatastropheSample {
    @RepeatedTest(101)
    void fails() {
      throw new AssertionFailedError("its reason");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_and_hides_nothing() throws IOException {
    var notAFolder = Files.writeString(folder.resolve("file"), "");

    var failure = runInto(notAFolder, FailingSample.class).failures().get(0);

    assertThat(failure).hasMessage("its reason");
    assertThat(failure.getSuppressed()[0].getMessage())
        .contains(
            "No failure bundle: " + notAFolder.resolve("BundlesTest.FailingSample.fails-1.zip"))
        .endsWith("Set the configuration parameter fakebeeper.bundles to a folder, or to off.");
  }

  @Test
  void the_usual_folder_is_that_of_the_build_tool() throws IOException {
    assertThat(Bundles.usual(folder)).isEqualTo(folder.resolve("target/fake-beeper"));

    Files.createFile(folder.resolve("build.gradle.kts"));
    assertThat(Bundles.usual(folder)).isEqualTo(folder.resolve("build/fake-beeper"));

    Files.createFile(folder.resolve("pom.xml"));
    assertThat(Bundles.usual(folder)).isEqualTo(folder.resolve("target/fake-beeper"));
  }
}
