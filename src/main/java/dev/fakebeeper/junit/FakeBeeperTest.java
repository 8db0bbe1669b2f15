package dev.fakebeeper.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a Beeper of its own.
 *
 * <pre>{@code
 * @FakeBeeperTest
 * class InboxTest {
 *   @Test
 *   void an_unread_chat_is_shown(FakeBeeper beeper) {
 *     var client = new MyClient(beeper.baseUri(), beeper.token());
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <h2>Server and worlds</h2>
 *
 * All annotated classes of a run share one server, which starts with the first of them and stops
 * with the run. Each test has a world of its own in it, with its own token, clock and journal, so
 * tests may run at the same time and nothing needs a reset. The clock stands until the test moves
 * it. Each invocation of a repeated or parameterized test is a test; all dynamic tests of a
 * {@code @TestFactory} method share the one world of that method. A world closes with its test: its
 * sockets end, its token is refused, and whoever still calls is reported under the name of the test
 * when the run ends.
 *
 * <p>Nested classes inherit all of this. A request that brings no token lands in a world that all
 * tests share, as that of the real server would in the one inbox there is; a test whose client does
 * that takes a server of its own (see {@link FakeBeeperExtension#of}).
 *
 * <h2>Parameters</h2>
 *
 * Tests, lifecycle methods and constructors may have parameters of these types:
 *
 * <ul>
 *   <li>{@link dev.fakebeeper.FakeBeeper}: address, token and world in one; its {@code token()} and
 *       {@code world()} are those of this test
 *   <li>{@link dev.fakebeeper.control.FakeWorld}: what others do, time, faults, sockets
 *   <li>{@link dev.fakebeeper.control.journal.Journal}: what the client asked
 *   <li>{@link java.net.URI}: the address; not in a parameterized test, which may want one as an
 *       argument
 *   <li>{@link String} with {@link BeeperToken}: the token
 * </ul>
 *
 * A parameter of {@code @BeforeAll} or {@code @AfterAll}, or of the constructor of a class with the
 * {@code PER_CLASS} lifecycle, belongs to a world of the class. If there is one, each test of the
 * class begins in a copy of it as it is then: what {@code @BeforeAll} prepared is there, and what a
 * test does to its copy no other test sees. The constructor of any other class gets the world of
 * its test.
 *
 * <h2>Where a test begins</h2>
 *
 * {@link StartingWorld}, {@link Scenario} and {@link Replay}, on a method or a class, choose what
 * is there at the start; without them it is the inbox of the {@code default} world.
 *
 * <h2>After a test</h2>
 *
 * A test that passed fails nevertheless when its client broke the contract, hit no operation, or
 * never met a fault that the test planned; {@link Check} has the list, {@link AllowViolations} the
 * exceptions. A test that failed carries the same findings as a suppressed exception, with the last
 * entries of its journal; the report entry {@code fake-beeper.journal} has more of them.
 *
 * <p>Either way the world is written into a failure bundle, {@code target/fake-beeper/} or {@code
 * build/fake-beeper/} and the name of the world, which {@code java -jar fake-beeper.jar
 * replay-bundle FILE} serves as it was at the failure. The configuration parameter {@code
 * fakebeeper.bundles} names another folder, or is {@code off}. A bundle has at most 32 MiB, a run
 * 100 bundles. Tokens are not in them, nor what goes by the name of a secret; what the test itself
 * wrote into its failure is.
 *
 * <p>A dynamic test that failed is told of in the same way, at once; what its client did wrong
 * fails the factory.
 *
 * <p>Source of all rules here: ours; the real server knows no tests.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(FakeBeeperExtension.class)
public @interface FakeBeeperTest {}
