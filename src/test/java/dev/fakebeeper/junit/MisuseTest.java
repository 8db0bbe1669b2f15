package dev.fakebeeper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Others;
import dev.fakebeeper.control.Sockets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

class MisuseTest {

  private static void refuses(Class<?> sample, String message) {
    assertThat(Run.of(sample).messages()).containsExactly(message);
  }

  @Test
  void a_parameter_that_is_a_step_away_is_refused_with_that_step() {
    assertThat(Run.of(NearSample.class).messages())
        .containsExactlyInAnyOrder(
            "The parameter Others others of a_test is not offered as a parameter. Take FakeWorld and call others().",
            "The parameter Sockets sockets of another is not offered as a parameter. Take FakeWorld and call sockets().");
  }

  @FakeBeeperTest
  static class NearSample {
    @Test
    void a_test(Others others) {}

    @Test
    void another(Sockets sockets) {}
  }

  @Test
  void a_token_that_is_no_text_is_refused() {
    refuses(
        TokenSample.class,
        "The parameter int token of a_test has @BeeperToken but is no String, and a token is one. "
            + "Make it a String, or take FakeBeeper, FakeWorld, Journal or URI without the annotation.");
  }

  @FakeBeeperTest
  static class TokenSample {
    @Test
    void a_test(@BeeperToken int token) {}
  }

  @Test
  void other_parameters_are_left_to_others() {
    assertThat(Run.of(ForeignSample.class).messages())
        .singleElement()
        .asString()
        .startsWith("No ParameterResolver registered for parameter [int number]");
  }

  @FakeBeeperTest
  static class ForeignSample {
    @Test
    void a_test(int number) {}
  }

  @Test
  void an_annotation_and_a_static_field_are_refused() {
    refuses(AnnotationAndStaticSample.class, two(AnnotationAndStaticSample.class));
  }

  private static String two(Class<?> sample) {
    return sample.getName()
        + " has two FakeBeeperExtensions, so it is not clear whose world a parameter is. "
        + "Keep one: @FakeBeeperTest for the server that all tests share, or a single @RegisterExtension field for a server of its own. "
        + "A second server can be started in the test with FakeBeeper.start(config).";
  }

  @FakeBeeperTest
  static class AnnotationAndStaticSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER = FakeBeeperExtension.of(FakeBeeperConfig.forTests());

    @Test
    void a_test() {}
  }

  @Test
  void an_annotation_and_an_instance_field_are_refused() {
    refuses(AnnotationAndInstanceSample.class, two(AnnotationAndInstanceSample.class));
  }

  @FakeBeeperTest
  static class AnnotationAndInstanceSample {
    @RegisterExtension
    final FakeBeeperExtension beeper = FakeBeeperExtension.of(FakeBeeperConfig.forTests());

    @Test
    void a_test() {}
  }

  @Test
  void two_are_refused_by_the_constructor_of_a_class_with_one_instance_too() {
    assertThat(Run.of(TwoInConstructorSample.class).failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getCause()).hasMessage(two(TwoInConstructorSample.class)));
  }

  @FakeBeeperTest
  @TestInstance(Lifecycle.PER_CLASS)
  static class TwoInConstructorSample {
    @RegisterExtension
    static final FakeBeeperExtension BEEPER = FakeBeeperExtension.of(FakeBeeperConfig.forTests());

    TwoInConstructorSample(FakeWorld world) {}

    @Test
    void a_test() {}
  }

  @Test
  void a_starting_world_of_a_name_that_nobody_has_is_refused() {
    refuses(
        UnknownWorldSample.class,
        "MisuseTest.UnknownWorldSample.a_test cannot begin. There is no starting world \"emtpy\". The names are default, empty. Did you mean \"empty\"?");
  }

  @FakeBeeperTest
  static class UnknownWorldSample {
    @Test
    @StartingWorld("emtpy")
    void a_test() {}
  }

  @Test
  void a_world_file_that_is_nowhere_is_refused() {
    refuses(
        NoFileSample.class,
        "There is no file no.yaml: no resource beside dev.fakebeeper.junit.MisuseTest$NoFileSample, none at the root of the class path, and no file from the working directory %s. Correct the name, or put the file there."
            .formatted(Path.of("").toAbsolutePath()));
  }

  @FakeBeeperTest
  @StartingWorld("no.yaml")
  static class NoFileSample {
    @Test
    void a_test() {}
  }

  @Test
  void a_world_file_inside_a_jar_is_refused() {
    assertThat(Run.of(JarSample.class).messages())
        .singleElement()
        .asString()
        .startsWith("/META-INF/LICENSE.md is inside a jar (jar:file:")
        .endsWith(
            "), and a file may name others beside it. Put it among the resources of the tests, or give the path of a file.");
  }

  @FakeBeeperTest
  static class JarSample {
    @Test
    @StartingWorld("/META-INF/LICENSE.md")
    void a_test() {}
  }

  @Test
  void a_mistake_in_a_world_file_is_told_with_its_place() {
    assertThat(Run.of(MistakeSample.class).messages())
        .singleElement()
        .asString()
        .startsWith("MisuseTest.MistakeSample.a_test cannot begin. ")
        .contains("member-unknown.yaml:6");
  }

  @FakeBeeperTest
  static class MistakeSample {
    @Test
    @StartingWorld("/dev/fakebeeper/control/mistakes/member-unknown.yaml")
    void a_test() {}
  }

  @Test
  void a_starting_world_for_a_given_fake_is_refused() {
    refuses(
        GivenSample.class,
        "MisuseTest.GivenSample.a_test has @StartingWorld, but the world of the fake that FakeBeeperExtension.over was given is there already. Give the starting world to FakeBeeper.start(config).");
    GivenSample.BEEPER.close();
  }

  static class GivenSample {
    static final FakeBeeper BEEPER = FakeBeeper.start();

    @RegisterExtension
    static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);

    @Test
    @StartingWorld("empty")
    void a_test() {}
  }
}
