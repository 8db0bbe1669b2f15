package dev.fakebeeper.stubs;

import dev.fakebeeper.stubs.StubException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the bodies of mappings are looked for when those are loaded. Immutable.
 *
 * @param folders the first that has a file counts
 */
record StubFiles(List<Path> folders) {

  /** Copies the list. */
  StubFiles {
    folders = List.copyOf(folders);
  }

  /**
   * The bytes of a file.
   *
   * @throws StubException when it is in none of the folders, or outside them
   */
  byte[] require(String name) {
    for (var folder : folders) {
      var file = folder.resolve(name).normalize();
      if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
        return read(file);
      }
    }
    throw StubException.in("a stub mapping", missing(name));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw StubException.at(
          file.toString(),
          0,
          new Mistake(
              Reason.UNREADABLE,
              "/response/bodyFileName",
              "The body cannot be read: " + e,
              "It must be readable when the mapping is loaded",
              "Check the file"));
    }
  }

  static Mistake missing(String name) {
    return new Mistake(
        Reason.UNREADABLE,
        "/response/bodyFileName",
        "The bodyFileName \"%s\" names no file".formatted(name),
        "It is looked for in the folder __files beside mappings",
        "Put the file there, or correct the name");
  }
}
