package dev.fakebeeper.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The library as a whole: nothing in it goes untested, and nothing that clients need is left out.
 */
class ScenarioLibraryTest {
  private static final List<Class<?>> PLAYED_IN =
      List.of(
          BundledScenariosTest.class,
          InboxScenariosTest.class,
          ChatScenariosTest.class,
          FaultScenariosTest.class,
          SocketScenariosTest.class,
          ServerScenariosTest.class,
          LoginScenariosTest.class,
          SetupScenariosTest.class,
          OAuthScenariosTest.class);

  private static final int SECTIONS = 62;

  @Test
  void every_scenario_is_played_by_a_client_in_a_test_of_its_name() {
    var tests =
        PLAYED_IN.stream()
            .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .toList();

    assertThat(Scenarios.bundled())
        .allSatisfy(
            name ->
                assertThat(tests)
                    .as("a test that begins with the name of %s", name)
                    .anyMatch(test -> test.startsWith(name.replace('-', '_') + "_")));
  }

  @Test
  void every_scenario_that_clients_need_is_there_once() {
    var sections =
        Scenarios.bundled().stream()
            .map(Scenarios::named)
            .flatMapToInt(scenario -> scenario.section().stream())
            .boxed()
            .toList();

    var wanted = IntStream.rangeClosed(1, SECTIONS).boxed().collect(Collectors.toSet());
    assertThat(sections).doesNotHaveDuplicates().containsAll(wanted);
  }

  @Test
  void every_scenario_says_what_it_is_for_and_what_a_client_sees() {
    assertThat(Scenarios.bundled())
        .map(Scenarios::named)
        .allSatisfy(
            scenario -> {
              assertThat(scenario.about()).endsWith(".").hasSizeBetween(20, 140);
              assertThat(scenario.clientSees()).as(scenario.name()).hasSizeGreaterThan(60);
            })
        .extracting(Scenario::name)
        .isSorted();
  }
}
