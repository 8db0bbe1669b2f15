package dev.fakebeeper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Plays a scenario in the world of a test, from its first instant on.
 *
 * <pre>{@code
 * @Test
 * @Scenario("account-needs-reconnect")
 * void tells_the_user_to_scan_the_code_again(FakeBeeper beeper) {
 *   beeper.world().advance(Duration.ofSeconds(5));
 *   ...
 * }
 * }</pre>
 *
 * The world begins as the scenario says, and what is to happen later happens when the test moves
 * the clock. A scenario that needs another server, such as an older build, gets one, which all
 * tests that need the same share; on a server that is the test's own it is refused.
 *
 * <p>On a class it holds for the tests of the class and of its nested classes; the annotation of a
 * method, or of a nested class, wins over those further out. So it is between this annotation and
 * {@link StartingWorld}, where the scenario brings a world of its own.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Scenario {
  /**
   * The name of a bundled scenario ({@code docs/scenarios.md} lists them), or a scenario file in
   * YAML or JSON, which is looked for as {@link StartingWorld#value} says.
   */
  String value();
}
