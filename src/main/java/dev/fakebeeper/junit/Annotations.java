package dev.fakebeeper.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for annotations from a test outwards. */
final class Annotations {
  private Annotations() {}

  /**
   * The context and those around it, up to the outermost class; of a dynamic test, which has no
   * class, those of its factory.
   */
  static List<ExtensionContext> levels(ExtensionContext context) {
    var levels = new ArrayList<ExtensionContext>();
    var level = Optional.of(inClass(context));
    while (level.flatMap(ExtensionContext::getTestClass).isPresent()) {
      levels.add(level.get());
      level = level.get().getParent();
    }
    return levels;
  }

  /** The nearest context that has a class. */
  static ExtensionContext inClass(ExtensionContext context) {
    return context.getTestClass().isPresent()
        ? context
        : inClass(context.getParent().orElseThrow());
  }

  /** The annotation of a method or a class, of those around it none. */
  static <A extends Annotation> Optional<A> declared(ExtensionContext level, Class<A> type) {
    return AnnotationSupport.findAnnotation(level.getElement(), type);
  }

  /** The stub mappings that a test begins with, from the outermost class inwards. */
  static List<Path> stubs(ExtensionContext context) {
    var all = new ArrayList<Path>();
    for (var level : levels(context)) {
      var own = declared(level, Stubs.class).map(found -> List.of(found.value())).orElse(List.of());
      var test = level.getRequiredTestClass();
      all.addAll(0, own.stream().map(name -> TestFile.findAny(name, test)).toList());
    }
    return all;
  }

  /** What the annotations of a test and of all around it allow. */
  static Set<String> allowed(ExtensionContext context) {
    var allowed = new HashSet<String>();
    for (var level : levels(context)) {
      for (var element : elements(level)) {
        AnnotationSupport.findAnnotation(element, AllowViolations.class)
            .ifPresent(found -> allowed.addAll(List.of(found.value())));
      }
    }
    return allowed;
  }

  /** A method, or a class and those it extends: Java hides their annotations behind its own. */
  private static List<? extends AnnotatedElement> elements(ExtensionContext level) {
    var element = level.getElement().orElseThrow();
    return element instanceof Class<?> type ? lineage(type) : List.of(element);
  }

  /** A class and those it extends. */
  static List<Class<?>> lineage(Class<?> type) {
    var lineage = new ArrayList<Class<?>>();
    for (Class<?> next = type; next != null; next = next.getSuperclass()) {
      lineage.add(next);
    }
    return lineage;
  }
}
