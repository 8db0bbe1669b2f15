package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InputStreamSource;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.files.FileSourceBlobStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The bodies in files of several folders, to be read only. WireMock's own store, which guards
 * against names that lead out of the folder, reads each. Thread-safe.
 */
final class FileRoots implements BlobStore {
  private final List<Path> start;
  private final List<BlobStore> roots = new CopyOnWriteArrayList<>();

  FileRoots(List<Path> folders) {
    start = folders;
    reset();
  }

  /** Looks there before anywhere else. */
  void addFirst(Path folder) {
    if (Files.isDirectory(folder)) {
      roots.add(0, new FileSourceBlobStore(new SingleRootFileSource(folder.toFile())));
    }
  }

  /** Back to the folders of the start. */
  void reset() {
    roots.clear();
    for (int i = start.size() - 1; i >= 0; i--) {
      addFirst(start.get(i));
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    return roots.stream().flatMap(root -> root.get(key).stream()).findFirst();
  }

  @Override
  public Optional<InputStream> getStream(String key) {
    return get(key).map(ByteArrayInputStream::new);
  }

  @Override
  public InputStreamSource getStreamSource(String key) {
    var bytes =
        get(key).orElseThrow(() -> StubException.in("a stub mapping", StubFiles.missing(key)));
    return () -> new ByteArrayInputStream(bytes);
  }

  @Override
  public Stream<String> getAllKeys() {
    return roots.stream().flatMap(BlobStore::getAllKeys).distinct();
  }

  @Override
  public void put(String key, byte[] content) {
    throw readOnly();
  }

  @Override
  public void remove(String key) {
    throw readOnly();
  }

  @Override
  public void clear() {
    throw readOnly();
  }

  private static InvalidInputException readOnly() {
    return new InvalidInputException(
        Errors.single(10, "fake-beeper writes no files. Put the body into the mapping."));
  }
}
