package dev.fakebeeper.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads contract documents: the bundled one, or a user's. */
final class DocumentReader {
  private static final String BUNDLED = "/dev/fakebeeper/openapi.yaml";

  private DocumentReader() {}

  static Document bundled() {
    var source = Source.of("openapi.yaml", DocumentReader::bundledText);
    return new Document(source, source.parse());
  }

  /** The bundled document as it was written. */
  static byte[] bundledText() {
    return resource(BUNDLED);
  }

  /** A document that was checked, and what is odd about it. */
  record Loaded(Document document, List<String> notices) {}

  static Loaded load(Path file) {
    byte[] bytes = read(file);
    var source = Source.of(file.toString(), () -> bytes);
    var tree = source.parse();
    if (!Source.isOpenApi3(tree)) {
      throw source.failure(
          "",
          "is no OpenAPI 3 document",
          "Give a file with openapi: 3.1.0 (or 3.0) and an object paths.");
    }
    var document = new Document(source, tree);
    var notices = new ArrayList<>(Normalization.apply(document));
    notices.addAll(DocumentCheck.check(document));
    return new Loaded(document, List.copyOf(notices));
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
