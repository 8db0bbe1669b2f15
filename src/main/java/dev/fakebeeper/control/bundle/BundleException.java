package dev.fakebeeper.control.bundle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file cannot be used as a failure bundle; the message says why, and what to do. */
public final class BundleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BundleException(Path file, String why, @Nullable Throwable cause) {
    super(file + " cannot be replayed: " + why, cause);
  }
}
