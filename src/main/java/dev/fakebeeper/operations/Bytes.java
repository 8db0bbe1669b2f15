package dev.fakebeeper.operations;

import dev.fakebeeper.world.Asset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes at rest, in memory or in a file, known by a hash of them. Immutable. */
sealed interface Bytes extends Asset.Content {

  /** Bytes in memory; not copied, never written to. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its tag only
  record InMemory(byte[] content, String etag) implements Bytes {
    @Override
    public long length() {
      return content.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  /** Bytes in a file that nobody changes; they are gone with the media folder. */
  record InFile(Path file, long length, String etag) implements Bytes {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }

  /** The tag of bytes: part of their SHA-256, so that equal bytes have equal tags everywhere. */
  static String tagOf(byte[] content) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
