package dev.fakebeeper.control.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.bundle.BoundedStream.FullException;
import dev.fakebeeper.control.journal.JournalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a world as it is now into a failure bundle. Secrets are masked, tokens left out. */
public final class BundleWriter {
  /** How large a bundle may be; a world that does not fit is left out of it. */
  private static final long MAX_BYTES = 32L * 1024 * 1024;

  /** How much of the journal it has, before compression; the oldest entries are left out. */
  private static final int MAX_JOURNAL_BYTES = 16 * 1024 * 1024;

  private final FakeWorld world;
  private final Map<String, String> about;
  private final long limit;

  /**
   * Writes about a world.
   *
   * @param about what else is known of the failure, by name, in an order for people
   */
  public BundleWriter(FakeWorld world, Map<String, String> about) {
    this(world, about, MAX_BYTES);
  }

  BundleWriter(FakeWorld world, Map<String, String> about, long limit) {
    this.world = world;
    this.about = about;
    this.limit = limit;
  }

  /**
   * Writes the file whole, in place of one that is there, and makes its folder.
   *
   * @throws IOException when that is impossible; what was there is there
   */
  public void write(Path file) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    var draft = Files.createTempFile(folder, "bundle", ".tmp");
    try {
      writeWhatFits(draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void writeWhatFits(Path file) throws IOException {
    try {
      write(file, true);
    } catch (FullException e) {
      write(file, false);
    }
  }

  private void write(Path file, boolean withState) throws IOException {
    try (var bounded = new BoundedStream(Files.newOutputStream(file), limit);
        var zip = new ZipOutputStream(bounded, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(Bundle.ABOUT));
      zip.write(aboutJson().toPrettyString().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(Bundle.JOURNAL));
      writeJournal(zip);
      if (withState) {
        zip.putNextEntry(new ZipEntry(Bundle.STATE));
        world.snapshot().write(zip);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private ObjectNode aboutJson() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put(Bundle.FORMAT, 1);
    about.forEach(json::put);
    json.put("world", world.name());
    json.put("at", world.now().toString());
    json.put("clock", world.clock().mode().name().toLowerCase(Locale.ROOT));
    json.put("clockRate", world.clock().rate());
    var faults = json.putArray("faults");
    world.faults().list().forEach(fault -> faults.add(fault.toString()));
    var scenarios = json.putArray("scenarios");
    world.scenarios().loaded().forEach(scenario -> scenarios.add(scenario.name()));
    return json.put("droppedEntries", world.journal().dropped());
  }

  private void writeJournal(OutputStream out) throws IOException {
    out.write('[');
    var separator = "\n";
    for (var entry : lastEntries()) {
      out.write(separator.getBytes(StandardCharsets.UTF_8));
      out.write(entry);
      separator = ",\n";
    }
    out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
  }

  private Collection<byte[]> lastEntries() {
    var last = new ArrayDeque<byte[]>();
    var json = JournalJson.of(world.journal());
    var entries = world.journal().entries();
    int room = MAX_JOURNAL_BYTES;
    for (int i = entries.size() - 1; i >= 0 && room > 0; i--) {
      var bytes = Json.bytes(json.entry(entries.get(i)).tree());
      room -= bytes.length;
      last.addFirst(bytes);
    }
    return last;
  }
}
