package dev.fakebeeper.junit;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the worlds of tests are called: {@code CheckoutTest.pays-2} for the second run of a test.
 */
final class TestName {
  /** A world's name has 100 characters; the rest is for the number. */
  private static final int MAX_LENGTH = 90;

  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  private TestName() {}

  /** A name that no other world of the run has. */
  static String unique(ExtensionContext context) {
    var names = Stored.in(context.getRoot()).get(TestName.class, TestName.class, TestName::new);
    var name = of(context);
    return name + "-" + names.used.merge(name, 1, Integer::sum);
  }

  /** Class and method, as far as the name of a world can show them. */
  static String of(ExtensionContext context) {
    var test = Annotations.inClass(context);
    var owner = simple(test.getRequiredTestClass());
    var method = test.getTestMethod().map(Method::getName).map(name -> "." + name).orElse("");
    var name = (owner + method).replaceAll("[^A-Za-z0-9._-]+", "-");
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
  }

  private static String simple(Class<?> type) {
    var outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : simple(outer) + "." + type.getSimpleName();
  }
}
