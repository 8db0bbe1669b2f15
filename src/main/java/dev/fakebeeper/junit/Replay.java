package dev.fakebeeper.junit;

import dev.fakebeeper.control.replay.Playback.Timing;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Plays a recording in the world of a test: the client gets the answers and frames that the
 * recorded app gave, each test from the beginning.
 *
 * <pre>{@code
 * @Test
 * @Replay("recordings/monday-morning")
 * void shows_the_inbox_of_that_day(FakeBeeper beeper) {
 *   var client = new MyClient(beeper.baseUri(), beeper.token());
 *   ...
 *   beeper.world().advance(Duration.ofSeconds(5)); // brings the recorded events of that time
 * }
 * }</pre>
 *
 * A request that is not in the recording fails the test, with the nearest recorded one and what
 * differs; {@code @AllowViolations("FB-REPLAY-UNKNOWN")} lets it pass.
 *
 * <p>On a class it holds for the tests of the class and of its nested classes; the annotation of a
 * method, or of a nested class, wins over those further out, {@link StartingWorld} and {@link
 * Scenario} among them: a world that plays a recording has no state for them to begin with.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Replay {
  /**
   * The folder of the recording: a resource beside the test class, a resource from the root of the
   * class path, or a path from the working directory; the first that is there.
   */
  String value();

  /** When answers to requests come; at once unless this is said. */
  Timing timing() default Timing.AT_ONCE;
}
