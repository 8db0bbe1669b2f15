package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What {@link FakeBeeperTest} stands for, in a field for those who need a server of their own.
 *
 * <pre>{@code
 * class OldServerTest {
 *   @RegisterExtension
 *   static final FakeBeeperExtension BEEPER =
 *       FakeBeeperExtension.of(FakeBeeperConfig.forTests().toBuilder().apiVersion("4.1.294").build());
 *
 *   @Test
 *   void has_no_single_message(FakeBeeper beeper) { ... }
 * }
 * }</pre>
 *
 * In a static field, and in any field of a {@code PER_CLASS} class, it is one server for the class
 * with a world for each test; in an instance field a server for each test. The parameters are those
 * of {@link FakeBeeperTest}; the extension itself has nothing to ask, so that tests can run at the
 * same time. A class has one such extension, or the annotation, never both.
 *
 * <p>Made for JUnit 5.12 and newer; before that constructors have no parameters. Immutable; it
 * keeps what belongs to a test in JUnit's store.
 */
public final class FakeBeeperExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver {
  private final Lodging lodging;
  private final Checks checks;

  /** For JUnit; the same as {@link #shared()}. */
  public FakeBeeperExtension() {
    this(new SharedServer(), Checks.ALL);
  }

  private FakeBeeperExtension(Lodging lodging, Checks checks) {
    this.lodging = lodging;
    this.checks = checks;
  }

  /** The server that all classes with {@link FakeBeeperTest} share. */
  public static FakeBeeperExtension shared() {
    return new FakeBeeperExtension();
  }

  /** A server of one's own, started with a configuration. */
  public static FakeBeeperExtension of(FakeBeeperConfig config) {
    return new FakeBeeperExtension(new OwnServer(config), Checks.ALL);
  }

  /**
   * A fake that somebody else starts and closes: for an application that is built once and keeps
   * the address and the token it was given.
   *
   * <pre>{@code
   * static final FakeBeeper BEEPER = FakeBeeper.start();
   *
   * @RegisterExtension
   * static final FakeBeeperExtension EXTENSION = FakeBeeperExtension.over(BEEPER);
   * }</pre>
   *
   * All tests live in the one world of {@link FakeBeeper#world()}, which goes back to its start
   * before each of them (what {@code @BeforeAll} did in it is gone then), so they must not run at
   * the same time; a test that begins while another runs is refused.
   */
  public static FakeBeeperExtension over(FakeBeeper running) {
    return new FakeBeeperExtension(new GivenServer(running), Checks.ALL);
  }

  /** The same, making these checks after each test and no others; none for none. */
  public FakeBeeperExtension checks(Check... wanted) {
    return new FakeBeeperExtension(lodging, checks.only(Set.of(wanted)));
  }

  /** The same, allowing what {@link AllowViolations} on every class would allow. */
  public FakeBeeperExtension allowViolations(String... names) {
    return new FakeBeeperExtension(lodging, checks.allowing(Set.of(names)));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Claim.on(context, this);
    lodging.open(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Claim.on(context, this);
    receive(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Guest.of(context).ifPresent(guest -> Debriefing.after(context, guest));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Guest.of(context).ifPresent(guest -> Debriefing.after(context, guest));
  }

  /** A dynamic test has no callbacks, only this; what it failed with goes on to JUnit. */
  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context)
      throws Throwable {
    try {
      test.proceed();
    } catch (Throwable failure) {
      Guest.around(context).ifPresent(guest -> Debriefing.ofDynamicTest(context, guest, failure));
      throw failure;
    }
  }

  private Guest receive(ExtensionContext context) {
    return lodging.receive(new Visit(context, checks));
  }

  /**
   * The constructor of a class with an instance for each test gets what belongs to that test.
   *
   * @param root the context of the run
   */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Refuses a second extension here too: a class with one instance asks before all else. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    if (!Parameters.areOurs(parameter)) {
      return false;
    }
    Claim.on(context, this);
    return true;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Parameters.requireTest(parameter, context);
    return Parameters.resolve(parameter, () -> receive(context));
  }
}
