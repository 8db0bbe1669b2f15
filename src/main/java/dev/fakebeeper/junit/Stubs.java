package dev.fakebeeper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stub mappings that the world of a test begins with, in WireMock's format.
 *
 * <pre>{@code
 * @Test
 * @Stubs("search-is-down") // a folder beside the test class among the resources
 * void says_that_the_search_is_down(FakeBeeper beeper) { ... }
 * }</pre>
 *
 * On a class they are those of the tests of the class and of its nested classes; a method, or a
 * nested class, adds its own, which win over those further out at the same priority. Needs {@code
 * org.wiremock:wiremock} or {@code wiremock-standalone} on the class path. A mapping with a mistake
 * fails the test before it begins, with file and line.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Stubs {
  /**
   * JSON files of mappings, or folders with {@code mappings} and {@code __files} in them: a
   * resource beside the test class, a resource from the root of the class path, or a path from the
   * working directory; the first that is there.
   */
  String[] value();
}
