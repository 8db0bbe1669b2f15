package dev.fakebeeper.operations;

import dev.fakebeeper.world.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one server keeps the files that its answers point to, so that a {@code
 * file://} URL in an answer can really be opened. It is made in the machine's temporary folder when
 * the first file needs it and deleted with everything in it on close.
 *
 * <p>A file stands under a hash of its key, so the worlds of a server share the folder without
 * meeting: equal bytes are kept once, and nothing in it is ever changed. Thread-safe.
 */
public final class MediaFolder implements AutoCloseable {
  /** Up to here uploads are served from memory. */
  static final int IN_MEMORY_LIMIT = 1 << 20;

  private @Nullable Path root;
  private boolean closed;

  /** A folder that does not exist yet. */
  public MediaFolder() {}

  /**
   * Keeps bytes that just came in.
   *
   * @return the file and the bytes as an asset may hold them
   * @throws IOException when the disk does not take them
   */
  Kept keep(byte[] content, String fileName) throws IOException {
    var tag = Bytes.tagOf(content);
    var inMemory = new Bytes.InMemory(content, tag);
    var file = keep(tag, fileName, inMemory);
    return content.length <= IN_MEMORY_LIMIT
        ? new Kept(file, inMemory)
        : new Kept(file, new Bytes.InFile(file, content.length, tag));
  }

  /** The file that holds a copy of bytes; made on the first call for them. */
  Path keep(String key, String fileName, Asset.Content content) throws IOException {
    var file = place(key, fileName);
    if (!Files.exists(file)) {
      copy(content, file);
    }
    return file;
  }

  /** What was kept. */
  record Kept(Path file, Asset.Content content) {}

  private Path place(String key, String fileName) throws IOException {
    var folder = open().resolve(Bytes.tagOf(key.getBytes(StandardCharsets.UTF_8)));
    Files.createDirectories(folder);
    return folder.resolve(FileNames.safe(fileName));
  }

  /** Under its name the file is whole or absent, whoever looks at the same time. */
  private static void copy(Asset.Content content, Path file) throws IOException {
    var draft = Files.createTempFile(file.getParent(), "part", null);
    try (var in = content.open();
        var out = Files.newOutputStream(draft)) {
      in.transferTo(out);
    }
    try {
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(draft); // another thread kept the same bytes first
    }
  }

  private synchronized Path open() throws IOException {
    if (closed) {
      throw new IOException("The media folder is closed: its server has stopped");
    }
    if (root == null) {
      root = Files.createTempDirectory("fake-beeper-media-").toRealPath();
    }
    return root;
  }

  /** The file that a path names, if it is a file inside the folder, links followed. */
  Optional<Path> find(Path path) {
    var folder = folder();
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      var real = path.toRealPath();
      return real.startsWith(folder.get()) && Files.isRegularFile(real)
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // there is no such file
    }
  }

  /** Whether a path, existing or not, points into the folder. */
  boolean covers(Path path) {
    return folder().filter(path.toAbsolutePath().normalize()::startsWith).isPresent();
  }

  private synchronized Optional<Path> folder() {
    return Optional.ofNullable(root);
  }

  /**
   * Deletes the folder. Whoever still reads one of its files may fail. Again is a no-op.
   *
   * @throws UncheckedIOException when something in it cannot be deleted
   */
  @Override
  public void close() {
    end().ifPresent(MediaFolder::delete);
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException("the media folder could not be deleted: " + folder, e);
    }
  }

  private synchronized Optional<Path> end() {
    var folder = folder();
    closed = true;
    root = null;
    return folder;
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
