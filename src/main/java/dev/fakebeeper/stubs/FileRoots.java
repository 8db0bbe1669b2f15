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
import java.util.stream.Stream;

/**
 * The bodies in files of several folders, to be read only. WireMock's own store, which guards
 * against names that lead out of the folder, reads each. Thread-safe.
 */
final class FileRoots implements BlobStore {
  private final List<BlobStore> roots;

  FileRoots(List<Path> folders) {
    roots =
        folders.stream()
            .filter(Files::isDirectory)
            .<BlobStore>map(folder -> new FileSourceBlobStore(source(folder)))
            .toList();
  }

  private static SingleRootFileSource source(Path folder) {
    return new SingleRootFileSource(folder.toFile());
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
        get(key)
            .orElseThrow(
                () ->
                    new StubException(
                        StubException.Reason.UNREADABLE,
                        "The bodyFileName \"%s\" of a stub mapping names no file. It is looked for in the folder __files beside mappings. Put the file there or correct the name."
                            .formatted(key)));
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
