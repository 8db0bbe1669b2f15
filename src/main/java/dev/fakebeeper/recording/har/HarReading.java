package dev.fakebeeper.recording.har;

import dev.fakebeeper.recording.Recording;
import java.util.List;

/**
 * What was read of an archive.
 *
 * @param origin whose entries were read, such as {@code http://localhost:23373}
 * @param recording all of them; not redacted
 * @param otherHosts how many entries were of another origin, and left out
 * @param findings what of the others could not be read, each with its place
 */
public record HarReading(
    String origin, Recording recording, int otherHosts, List<String> findings) {

  /** Copies the list. */
  public HarReading {
    findings = List.copyOf(findings);
  }
}
