package dev.fakebeeper.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second recorder off a folder, of this machine's processes and of this one. The system
 * frees it when the process dies, so a crash locks nobody out.
 */
final class FolderLock implements AutoCloseable {
  static final String NAME = ".recording.lock";

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null && Files.exists(file)) {
        return new FolderLock(file, channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw taken(folder, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw taken(folder, null);
  }

  private static RecordingException taken(Path folder, @Nullable Exception cause) {
    return new RecordingException(
        "Another recorder writes to %s. Stop it first, or record into another folder."
            .formatted(folder),
        cause);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file); // while it is still locked, so that nobody's lock is deleted
    }
  }
}
