package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.journal.SocketEvent.Kind;
import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.har.HarEntry;
import dev.fakebeeper.recording.har.HarEntry.Content;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** One event socket as an entry of an HTTP archive. */
final class HarSocket {
  private static final String PATH = "/v1/ws";

  private final String host;
  private final Function<Entry, Redaction> redactions;

  HarSocket(String host, Function<Entry, Redaction> redactions) {
    this.host = host;
    this.redactions = redactions;
  }

  /** The entry of one socket's events, which are in order. */
  HarEntry of(List<SocketEvent> events) {
    var first = events.get(0).at();
    var span = Duration.between(first, events.get(events.size() - 1).at());
    var request = new HarEntry.Request("GET", "ws://" + host + PATH, List.of(), List.of(), null, 0);
    var switched = new HarEntry.Answer(101, List.of(), "x-unknown", 0, Content.NONE, "");
    return new HarEntry(
        first,
        BigDecimal.valueOf(Math.max(0, span.toMillis())),
        request,
        switched,
        events.get(0).socket(),
        new HarEntry.Socket(messages(events), null));
  }

  private List<HarEntry.Message> messages(List<SocketEvent> events) {
    return events.stream()
        .filter(event -> event.kind() == Kind.SENT || event.kind() == Kind.RECEIVED)
        .map(event -> new HarEntry.Message(sender(event), event.at(), data(event)))
        .toList();
  }

  private static Sender sender(SocketEvent event) {
    return event.kind() == Kind.RECEIVED ? Sender.CLIENT : Sender.APP;
  }

  private String data(SocketEvent event) {
    var frame = Frames.tree(event);
    return frame.isMissingNode() ? event.text() : redactions.apply(event).frame(frame).toString();
  }
}
