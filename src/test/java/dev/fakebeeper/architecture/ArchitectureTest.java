package dev.fakebeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fakebeeper.FakeBeeper;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the code, as rules; and the proof that each rule can fail. */
class ArchitectureTest {
  private static final String BASE = "dev.fakebeeper";
  private static final String FIXTURES = "dev.fakebeeper.architecture.fixture";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPath(production());
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

  /** Where the build put the code under test, without the tests. */
  private static Path production() {
    try {
      return Path.of(FakeBeeper.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Set<String> rules() {
    return ArchitectureRules.below(BASE).keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void the_code_keeps_the_rule(String name) {
    ArchitectureRules.below(BASE).get(name).check(CLASSES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_fixture_breaks_the_rule(String name) {
    var result = ArchitectureRules.below(FIXTURES).get(name).evaluate(BROKEN);

    assertThat(result.hasViolation()).isTrue();
  }

  @Test
  void the_rules_see_the_code() {
    assertThat(CLASSES.size()).isGreaterThan(250);
    assertThat(Stream.of("cli", "contract", "control", "events", "http", "operations", "world"))
        .allSatisfy(
            name -> assertThat(CLASSES.containPackage(BASE + "." + name)).as(name).isTrue());
  }

  @Test
  void no_rule_is_lost() {
    assertThat(rules()).hasSizeGreaterThanOrEqualTo(32);
  }
}
