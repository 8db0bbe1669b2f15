package dev.fakebeeper.control.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.Snapshot;
import dev.fakebeeper.control.journal.JournalReader;
import dev.fakebeeper.control.state.StateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A failure bundle that was read: a zip file with {@code about.json}, {@code journal.json} and
 * {@code state.json}. Immutable.
 */
public final class Bundle {
  /** The member of {@code about.json} whose number says how the bundle is to be read. */
  static final String FORMAT = "fakeBeeperBundle";

  static final String ABOUT = "about.json";
  static final String JOURNAL = "journal.json";
  static final String STATE = "state.json";

  private final Path file;
  private final JsonNode about;
  private final Snapshot snapshot;

  private Bundle(Path file, JsonNode about, Snapshot snapshot) {
    this.file = file;
    this.about = about;
    this.snapshot = snapshot;
  }

  /**
   * Reads a bundle.
   *
   * @throws BundleException when the file is none, is one of another format, or its world was too
   *     large to be in it
   */
  public static Bundle read(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      var about = about(file, zip);
      if (zip.getEntry(JOURNAL) == null) {
        throw new BundleException(
            file, "it has no %s. Give it as it was written.".formatted(JOURNAL), null);
      }
      if (zip.getEntry(STATE) == null) {
        throw new BundleException(
            file,
            "its world was too large to be written into it. Look at its journal.json, or let the test start from a smaller world.",
            null);
      }
      try (var state = zip.getInputStream(zip.getEntry(STATE))) {
        return new Bundle(file, about, Snapshot.read(state));
      }
    } catch (IOException | StateException e) {
      throw new BundleException(
          file,
          "it cannot be read (%s). Give a file that the JUnit extension wrote when a test failed."
              .formatted(e.getMessage()),
          e);
    }
  }

  private static JsonNode about(Path file, ZipFile zip) throws IOException {
    var entry = zip.getEntry(ABOUT);
    var about = entry == null ? null : Json.mapper().readTree(zip.getInputStream(entry));
    if (about == null || about.path(FORMAT).asInt() != 1) {
      throw new BundleException(
          file,
          "it is no failure bundle of this format (%s 1). Replay it with the fake-beeper that wrote it."
              .formatted(FORMAT),
          null);
    }
    return about;
  }

  /** What was written down about the failure under a name. */
  public Optional<String> about(String name) {
    return Optional.ofNullable(about.get(name)).map(JsonNode::asText);
  }

  /** The world's time at the failure. */
  public Instant at() {
    return snapshot.at();
  }

  /**
   * Puts a world into the state of the failure, with its time and its journal; the tokens stay
   * those of the world. A snapshot called {@code failure} leads back to here.
   *
   * @throws BundleException when the journal cannot be read
   */
  public void restoreInto(FakeWorld world) {
    world.restore(snapshot);
    world.snapshots().save("failure");
    var contract = Contract.bundled();
    var reader =
        new JournalReader(
            about("apiVersion").map(ApiVersion::parse).map(contract::at).orElse(contract),
            world.journal());
    try (var zip = new ZipFile(file.toFile());
        InputStream journal = zip.getInputStream(zip.getEntry(JOURNAL))) {
      reader.read(journal);
    } catch (IOException e) {
      throw new BundleException(file, "its journal cannot be read: " + e.getMessage(), e);
    }
  }
}
