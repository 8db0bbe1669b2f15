package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.source.SourceException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test, or a class, begins with: what the nearest annotations say, else a copy of the world
 * of the class around it, else what the server's worlds begin with.
 *
 * @param context of the test or the class
 * @param world null when no annotation chooses one
 * @param host whose world to copy, null when there is nobody, or an annotation that is nearer asks
 *     for another start
 */
record Beginning(ExtensionContext context, @Nullable StartingWorld world, @Nullable Guest host) {

  static Beginning of(ExtensionContext context) {
    var world = Optional.<StartingWorld>empty();
    for (var level : levels(context)) {
      var host = level == context ? Optional.<Guest>empty() : Guest.of(level);
      if (host.isPresent()) {
        return new Beginning(context, world.orElse(null), host.get());
      }
      world = world.or(() -> declared(level, StartingWorld.class));
    }
    return new Beginning(context, world.orElse(null), null);
  }

  /** The context and those around it, up to the outermost class. */
  private static List<ExtensionContext> levels(ExtensionContext context) {
    var levels = new ArrayList<ExtensionContext>();
    var level = Optional.of(context);
    while (level.flatMap(ExtensionContext::getTestClass).isPresent()) {
      levels.add(level.get());
      level = level.get().getParent();
    }
    return levels;
  }

  private static <A extends Annotation> Optional<A> declared(
      ExtensionContext level, Class<A> type) {
    return AnnotationSupport.findAnnotation(level.getElement(), type);
  }

  /**
   * Opens the world.
   *
   * @throws ExtensionConfigurationException when an annotation asks for what cannot be had
   */
  FakeWorld open(FakeBeeper server) {
    var name = TestName.unique(context);
    if (host != null && world == null) {
      return host.world().fork(name);
    }
    try {
      return server.worlds().open(start(server).called(name));
    } catch (IllegalArgumentException | SourceException e) {
      throw new ExtensionConfigurationException(
          "%s cannot begin. %s".formatted(TestName.of(context), e.getMessage()), e);
    }
  }

  private NewWorld start(FakeBeeper server) {
    if (world == null) {
      return server.newWorld(Template.NAME);
    }
    if (!TestFile.isMeantBy(world.value())) {
      return server.newWorld(Template.NAME).startingFrom(world.value());
    }
    var file = TestFile.find(world.value(), context.getRequiredTestClass());
    return Stored.in(context.getRoot())
        .get(new Template(server, file), NewWorld.class, () -> Template.of(server, file));
  }

  /** A start that is kept for the run, so that its file is read once. */
  private record Template(FakeBeeper server, Path file) {
    static final String NAME = "template";

    static NewWorld of(FakeBeeper server, Path file) {
      return server.newWorld(NAME).startingFrom(file);
    }
  }
}
