package dev.fakebeeper.http;

import dev.fakebeeper.contract.Routing;
import java.util.Set;

/**
 * How large a request body may be. It is held in memory, so the limits also bound the memory of one
 * request.
 *
 * @param upload the bytes of an upload's body, 0 to 2,147,483,639
 * @param other the bytes of any other body, likewise
 */
public record BodyLimits(long upload, long other) {
  /** 512 MiB for uploads (the vendor takes files of 500 MB), 16 MiB for the rest. */
  public static final BodyLimits DEFAULT = new BodyLimits(512L << 20, 16L << 20);

  /** The largest array that every virtual machine can make. */
  private static final long MAX = Integer.MAX_VALUE - 8;

  private static final Set<String> UPLOADS = Set.of("uploadAsset", "uploadAssetBase64");

  /** Checks the range. */
  public BodyLimits {
    check("upload", upload);
    check("other", other);
  }

  private static void check(String name, long value) {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException(
          "%s (%d) must be 0 to %d bytes".formatted(name, value, MAX));
    }
  }

  /** The limit for a request that leads there. */
  long of(Routing routing) {
    return isUpload(routing) ? upload : other;
  }

  /** A body up to this size is within every limit. */
  long smallest() {
    return Math.min(upload, other);
  }

  static boolean isUpload(Routing routing) {
    return routing instanceof Routing.Found found && UPLOADS.contains(found.operation().id());
  }
}
