package dev.fakebeeper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a test pass although something happened that would fail it.
 *
 * <pre>{@code
 * @Test
 * @AllowViolations({"FB-REQUEST-INVALID", "searchMessages"})
 * void shows_what_the_server_says_to_a_wrong_limit(FakeBeeper beeper) { ... }
 * }</pre>
 *
 * On a class it holds for all its tests, nested classes and subclasses, beside what theirs allow.
 *
 * @see Check
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface AllowViolations {
  /** Allows whatever happens. */
  String ALL = "*";

  /**
   * What is allowed: diagnosis codes such as {@code FB-ROUTE-UNKNOWN}, operationIds, names of
   * faults and scenarios, or {@link #ALL}.
   */
  String[] value();
}
