package dev.fakebeeper.control.journal;

import dev.fakebeeper.recording.har.HarEntry;
import dev.fakebeeper.recording.har.HarFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes a journal as an HTTP archive (HAR 1.2), for browsers' developer tools and other viewers. A
 * socket is one entry with its frames, as Chrome writes it. Times are those of the world's clock.
 */
public final class Har {
  private static final Comparator<Part> IN_TIME =
      Comparator.comparing((Part part) -> part.first().at())
          .thenComparing(part -> part.first().number());

  private final Function<Entry, Redaction> redactions;

  private Har(Function<Entry, Redaction> redactions) {
    this.redactions = redactions;
  }

  /**
   * Writes what a journal keeps, secrets masked; entries are in the order of time. The stream stays
   * open.
   *
   * @throws UncheckedIOException when the stream breaks
   */
  public static void write(Journal journal, OutputStream out) {
    new Har(journal::redaction).write(journal.entries(), out);
  }

  /** {@link #write} with tokens, codes and keys as they are: for eyes that may see them. */
  public static void writeWithSecrets(Journal journal, OutputStream out) {
    new Har(Redaction::none).write(journal.entries(), out);
  }

  private void write(List<Entry> entries, OutputStream out) {
    try {
      HarFile.write(parts(entries).stream().map(Part::made).toList(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal could not be written", e);
    }
  }

  /** One entry of the archive; it is made when it is written, so that one is in memory. */
  private record Part(Entry first, Supplier<HarEntry> made) {}

  private List<Part> parts(List<Entry> entries) {
    var host = entries.stream().flatMap(HarExchange::host).findFirst().orElse("localhost");
    var socketsOf = new HarSocket(host, redactions);
    var sockets = new LinkedHashMap<String, List<SocketEvent>>();
    var parts = new ArrayList<Part>();
    for (var entry : entries) {
      if (entry instanceof Exchange exchange) {
        parts.add(new Part(entry, () -> HarExchange.of(exchange, redactions.apply(entry))));
      } else if (entry instanceof SocketEvent event) {
        sockets.computeIfAbsent(event.socket(), id -> new ArrayList<>()).add(event);
      }
    }
    sockets
        .values()
        .forEach(events -> parts.add(new Part(events.get(0), () -> socketsOf.of(events))));
    parts.sort(IN_TIME);
    return parts;
  }
}
