package dev.fakebeeper.junit;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A file that an annotation names: a resource of the tests, or a path. */
final class TestFile {
  private TestFile() {}

  /** Names of what is bundled have neither a separator nor an ending. */
  static boolean isMeantBy(String name) {
    return name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('.') >= 0;
  }

  /**
   * Finds the file.
   *
   * @throws ExtensionConfigurationException when it is nowhere, or inside a jar
   */
  static Path find(String name, Class<?> test) {
    var file = anything(name, test);
    if (!Files.isRegularFile(file)) {
      throw nowhere(name, test, "file");
    }
    return file;
  }

  /**
   * Finds a file or folder.
   *
   * @throws ExtensionConfigurationException when it is nowhere, or inside a jar
   */
  static Path findAny(String name, Class<?> test) {
    var found = anything(name, test);
    if (!Files.exists(found)) {
      throw nowhere(name, test, "file or folder");
    }
    return found;
  }

  private static Path anything(String name, Class<?> test) {
    var resource = resource(name, test);
    if (resource != null) {
      return unpacked(resource, name);
    }
    return Path.of(name);
  }

  private static ExtensionConfigurationException nowhere(String name, Class<?> test, String what) {
    return new ExtensionConfigurationException(
        "There is no %s %s: no resource beside %s, none at the root of the class path, and no %s from the working directory %s. Correct the name, or put the file there."
            .formatted(what, name, test.getName(), what, Path.of("").toAbsolutePath()));
  }

  /** A class may inherit the annotation from one in another package, where the file is too. */
  private static @Nullable URL resource(String name, Class<?> test) {
    for (var type : Annotations.lineage(test)) {
      var resource = type.getResource(name);
      if (resource != null) {
        return resource;
      }
    }
    return name.startsWith("/") ? null : test.getResource("/" + name);
  }

  private static Path unpacked(URL resource, String name) {
    if (!resource.getProtocol().equals("file")) {
      throw new ExtensionConfigurationException(
          "%s is inside a jar (%s), and a file may name others beside it. Put it among the resources of the tests, or give the path of a file."
              .formatted(name, resource));
    }
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new ExtensionConfigurationException("%s is not a path".formatted(resource), e);
    }
  }
}
