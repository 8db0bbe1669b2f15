package dev.fakebeeper.junit;

import dev.fakebeeper.ClientSocket;
import dev.fakebeeper.ClientSockets;
import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.Bridges;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.InboxView;
import dev.fakebeeper.control.Logins;
import dev.fakebeeper.control.Others;
import dev.fakebeeper.control.Sends;
import dev.fakebeeper.control.Snapshot;
import dev.fakebeeper.control.Snapshots;
import dev.fakebeeper.control.Sockets;
import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.journal.Journal;
import dev.fakebeeper.control.scenarios.Scenarios;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test may ask for as a parameter. */
final class Parameters {
  private static final Map<Class<?>, Function<Guest, Object>> OFFERED =
      Map.of(
          FakeBeeper.class,
          Guest::beeper,
          FakeWorld.class,
          Guest::world,
          Journal.class,
          guest -> guest.world().journal(),
          URI.class,
          guest -> guest.beeper().baseUri(),
          ClientSockets.class,
          Guest::sockets);

  /** What is a step away from what is offered, with that step. */
  private static final Map<Class<?>, String> NEAR =
      Map.ofEntries(
          Map.entry(ClientSocket.class, "ClientSockets and call open()"),
          Map.entry(FakeWorlds.class, "FakeBeeper and call worlds()"),
          Map.entry(FakeBeeperConfig.class, "FakeBeeper and call config()"),
          Map.entry(InboxView.class, "FakeWorld and call inbox()"),
          Map.entry(Others.class, "FakeWorld and call others()"),
          Map.entry(dev.fakebeeper.control.Stubs.class, "FakeWorld and call stubs()"),
          Map.entry(Sends.class, "FakeWorld and call sends()"),
          Map.entry(Bridges.class, "FakeWorld and call bridges()"),
          Map.entry(Logins.class, "FakeWorld and call logins()"),
          Map.entry(Faults.class, "FakeWorld and call faults()"),
          Map.entry(Scenarios.class, "FakeWorld and call scenarios()"),
          Map.entry(Sockets.class, "FakeWorld and call sockets()"),
          Map.entry(Snapshots.class, "FakeWorld and call snapshots()"),
          Map.entry(Snapshot.class, "FakeWorld and call snapshot()"));

  private Parameters() {}

  /** Whether to answer for a parameter, be it with a refusal. */
  static boolean areOurs(ParameterContext parameter) {
    var type = parameter.getParameter().getType();
    if (type == URI.class) {
      return !takesArguments(parameter.getDeclaringExecutable());
    }
    return OFFERED.containsKey(type)
        || NEAR.containsKey(type)
        || parameter.isAnnotated(BeeperToken.class);
  }

  /**
   * A parameterized test may want an address as an argument, and JUnit refuses a parameter that two
   * answer for. Known by name: junit-jupiter-params may be absent.
   */
  private static boolean takesArguments(Executable executable) {
    return Stream.of(executable, executable.getDeclaringClass())
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .map(annotation -> annotation.annotationType())
        .flatMap(
            type ->
                Stream.concat(
                    Stream.of(type),
                    Arrays.stream(type.getAnnotations()).map(meta -> meta.annotationType())))
        .anyMatch(type -> type.getName().startsWith("org.junit.jupiter.params.Parameterized"));
  }

  /**
   * Refuses the constructor of a test that JUnit does not tell, as it does since 5.12: its
   * parameter would be of another world than those of the test.
   */
  static void requireTest(ParameterContext parameter, ExtensionContext context) {
    var perTest = context.getTestInstanceLifecycle().filter(Lifecycle.PER_METHOD::equals);
    if (parameter.getDeclaringExecutable() instanceof Constructor
        && perTest.isPresent()
        && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "%s: before 5.12 JUnit does not say which test a constructor is called for. Take the parameter in the test, or use JUnit 5.12."
              .formatted(where(parameter)));
    }
  }

  static Object resolve(ParameterContext parameter, Supplier<Guest> guest) {
    var type = parameter.getParameter().getType();
    if (parameter.isAnnotated(BeeperToken.class)) {
      return token(parameter, type, guest);
    }
    var offered = OFFERED.get(type);
    if (offered == null) {
      throw new ParameterResolutionException(
          "%s is not offered as a parameter. Take %s.".formatted(where(parameter), NEAR.get(type)));
    }
    return offered.apply(guest.get());
  }

  private static String token(ParameterContext parameter, Class<?> type, Supplier<Guest> guest) {
    if (type != String.class) {
      throw new ParameterResolutionException(
          "%s has @BeeperToken but is no String, and a token is one. Make it a String, or take FakeBeeper, FakeWorld, Journal or URI without the annotation."
              .formatted(where(parameter)));
    }
    return guest.get().beeper().token();
  }

  private static String where(ParameterContext parameter) {
    return "The parameter %s %s of %s"
        .formatted(
            parameter.getParameter().getType().getSimpleName(),
            parameter.getParameter().getName(),
            parameter.getDeclaringExecutable().getName());
  }
}
