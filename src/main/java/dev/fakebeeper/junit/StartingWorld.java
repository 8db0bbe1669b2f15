package dev.fakebeeper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses what is in the world when a test begins.
 *
 * <pre>{@code
 * @Test
 * @StartingWorld("empty")
 * void a_new_user_sees_a_welcome(FakeBeeper beeper) { ... }
 *
 * @Test
 * @StartingWorld("two-chats.yaml") // beside the test class among the resources
 * void the_older_chat_comes_second(FakeBeeper beeper) { ... }
 * }</pre>
 *
 * On a class it holds for the tests of the class and of its nested classes; the annotation of a
 * method, or of a nested class, wins over those further out.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface StartingWorld {
  /**
   * The name of a bundled world ({@link dev.fakebeeper.control.StartingWorlds#names}), or a world
   * file in YAML or JSON: a resource beside the test class or one that it extends, a resource from
   * the root of the class path, or a path from the working directory; the first that is there.
   */
  String value();
}
