package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads contract documents: the bundled one, or a user's. */
final class DocumentReader {
  /** Where bundled documents are; each has a JSON copy beside it. */
  private static final String FOLDER = "/dev/fakebeeper/";

  private static final String VENDORS = "openapi.yaml";

  private DocumentReader() {}

  /**
   * The bundled document. A jar has a JSON copy of it, made by the build, which is read faster; in
   * a folder of classes somebody may just have edited the YAML, so the copy is not trusted there.
   */
  static Document bundled() {
    return bundled(VENDORS);
  }

  /** Another document that comes with the fake, likewise. */
  static Document bundled(String name) {
    var source = Source.of(name, () -> bundledText(name));
    var json = FOLDER + name.replace(".yaml", ".json");
    var copy = DocumentReader.class.getResource(json);
    boolean packed = copy != null && !copy.getProtocol().equals("file");
    if (!packed) {
      return new Document(source, source.parse());
    }
    byte[] bytes = resource(json);
    return new Document(source, (ObjectNode) Json.parse(bytes), () -> bytes);
  }

  /** A bundled document as it was written. */
  static byte[] bundledText(String name) {
    return resource(FOLDER + name);
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
