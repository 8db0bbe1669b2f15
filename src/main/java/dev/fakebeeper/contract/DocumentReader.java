package dev.fakebeeper.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads contract documents: the bundled one, or a user's. */
final class DocumentReader {
  private static final String BUNDLED = "/dev/fakebeeper/openapi.yaml";

  private DocumentReader() {}

  static Document bundled() {
    var source = Source.of("openapi.yaml", () -> resource(BUNDLED));
    return new Document(source, source.parse());
  }

  static Document load(Path file) {
    byte[] bytes = read(file);
    var source = Source.of(file.toString(), () -> bytes);
    var tree = source.parse();
    if (!Source.isOpenApi3(tree)) {
      throw new ContractException(
          "%s is not an OpenAPI 3 document: it needs openapi: 3.x and an object paths."
              .formatted(file));
    }
    return new Document(source, tree);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ContractException(
          "The contract %s cannot be read: %s. Give the path of a readable file."
              .formatted(file, e),
          e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream = DocumentReader.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new ContractException(
            "The bundled contract %s is not on the class path. Put the whole jar there."
                .formatted(name));
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
