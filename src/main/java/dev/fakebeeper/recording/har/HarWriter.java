package dev.fakebeeper.recording.har;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.Recording;
import dev.fakebeeper.recording.har.HarEntry.Answer;
import dev.fakebeeper.recording.har.HarEntry.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording as an archive. All of it comes back with {@link HarReader}, with times to the
 * millisecond. The app's address, which a recording does not know, is the usual one. Thread-safe.
 */
public final class HarWriter {
  private static final String HOST = "localhost:23373";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Instant start;

  private HarWriter(Instant start) {
    this.start = start;
  }

  /** Writes a recording as it is: whoever calls has redacted it. The stream stays open. */
  public static void write(Recording recording, OutputStream out) throws IOException {
    HarFile.write(new HarWriter(recording.head().startedAt()).entries(recording), out);
  }

  private record Timed(Duration after, Supplier<HarEntry> entry) {}

  private List<Supplier<HarEntry>> entries(Recording recording) {
    var all = new ArrayList<Timed>();
    recording.calls().forEach(call -> all.add(new Timed(call.after(), () -> entry(call))));
    recording.sockets().forEach(one -> all.add(new Timed(one.after(), () -> entry(one))));
    all.sort(Comparator.comparing(Timed::after));
    return all.stream().map(Timed::entry).toList();
  }

  private HarEntry entry(RecordedCall call) {
    var request = request("http://", call.request());
    return new HarEntry(
        start.plus(call.after()), millis(call.took()), request, answer(call.answer()), null, null);
  }

  private static BigDecimal millis(Duration span) {
    return BigDecimal.valueOf(span.toNanos(), 6).stripTrailingZeros();
  }

  private static HarEntry.Request request(String scheme, ApiRequest request) {
    var query = request.rawQuery();
    var url = scheme + HOST + request.rawPath() + (query == null ? "" : "?" + query);
    return new HarEntry.Request(
        request.method(),
        url,
        Pairs.of(request.headers(), (name, value) -> value),
        Pairs.of(query),
        posted(request),
        request.body().length);
  }

  private static HarEntry.@Nullable Posted posted(ApiRequest request) {
    var type = request.headers().first("Content-Type").orElse("");
    if (!request.parts().isEmpty()) {
      var params = request.parts().stream().map(HarWriter::param).toList();
      return new HarEntry.Posted(type, params, Content.NONE);
    }
    if (request.body().length == 0) {
      return null;
    }
    if (!type.startsWith(FORM)) {
      return new HarEntry.Posted(type, List.of(), Text.of(request.body()));
    }
    var fields =
        Pairs.of(new String(request.body(), StandardCharsets.UTF_8)).stream()
            .map(pair -> new HarEntry.Param(pair.name(), Content.of(pair.value()), null, null))
            .toList();
    return new HarEntry.Posted(type, fields, Text.of(request.body()));
  }

  private static HarEntry.Param param(BodyPart part) {
    var content = part.content().length == 0 ? Content.of("") : Text.of(part.content());
    return new HarEntry.Param(part.name(), content, part.fileName(), part.contentType());
  }

  private static Answer answer(RecordedAnswer answer) {
    return new Answer(
        answer.status(),
        Pairs.of(answer.headers(), (name, value) -> value),
        answer.contentType().orElse("x-unknown"),
        answer.body().length,
        Text.of(answer.body()),
        answer.headers().first("Location").orElse(""));
  }

  private HarEntry entry(RecordedSocket socket) {
    var opened = start.plus(socket.after());
    var messages =
        socket.frames().stream()
            .map(f -> new HarEntry.Message(f.sender(), opened.plus(f.after()), f.text()))
            .toList();
    var end = socket.end();
    var told =
        end == null
            ? null
            : new HarEntry.End(end.sender(), opened.plus(end.after()), end.code(), end.reason());
    var last = messages.isEmpty() ? opened : messages.get(messages.size() - 1).at();
    return new HarEntry(
        opened,
        millis(Duration.between(opened, told == null ? last : told.at())),
        request("ws://", socket.upgrade()),
        SWITCHED,
        null,
        new HarEntry.Socket(messages, told));
  }

  private static final Answer SWITCHED =
      new Answer(101, List.of(), "x-unknown", 0, Content.NONE, "");
}
