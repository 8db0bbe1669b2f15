package dev.fakebeeper.junit;

import java.lang.annotation.Annotation;
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

  /** The context and those around it, up to the outermost class. */
  static List<ExtensionContext> levels(ExtensionContext context) {
    var levels = new ArrayList<ExtensionContext>();
    var level = Optional.of(context);
    while (level.flatMap(ExtensionContext::getTestClass).isPresent()) {
      levels.add(level.get());
      level = level.get().getParent();
    }
    return levels;
  }

  /** The annotation of a method or a class, of those around it none. */
  static <A extends Annotation> Optional<A> declared(ExtensionContext level, Class<A> type) {
    return AnnotationSupport.findAnnotation(level.getElement(), type);
  }

  /** What the annotations of a test and of all around it allow. */
  static Set<String> allowed(ExtensionContext context) {
    var allowed = new HashSet<String>();
    for (var level : levels(context)) {
      declared(level, AllowViolations.class)
          .ifPresent(found -> allowed.addAll(List.of(found.value())));
    }
    return allowed;
  }
}
