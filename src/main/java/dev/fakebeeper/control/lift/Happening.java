package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.RecordedFrame;
import dev.fakebeeper.recording.RecordedSocket;
import dev.fakebeeper.recording.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One moment of a recording at which something came to be known. */
sealed interface Happening {

  /** When, since the recording began. */
  Duration at();

  /** A client's request came in: from here on it may have had its effect. */
  record Asked(Duration at, Ask ask) implements Happening {}

  /** The app answered it. */
  record Answered(Duration at, Ask ask) implements Happening {}

  /** The app sent an event. */
  record Heard(Duration at, JsonNode frame) implements Happening {}

  /** All of a recording in the order of time; at one instant, in the order of the recording. */
  static List<Happening> of(Recording recording, Notes notes) {
    var all = new ArrayList<Happening>();
    for (var call : recording.calls()) {
      add(all, call, notes);
    }
    for (var socket : recording.sockets()) {
      add(all, socket);
    }
    all.sort(Comparator.comparing(Happening::at));
    return all;
  }

  private static void add(List<Happening> all, RecordedCall call, Notes notes) {
    var ask = Ask.of(call);
    if (ask.isEmpty()) {
      var request = call.request();
      notes.leftOut(
          "requests",
          "The contract has no operation for them",
          request.method() + " " + request.rawPath());
      return;
    }
    all.add(new Asked(call.after(), ask.get()));
    all.add(new Answered(call.after().plus(call.took()), ask.get()));
  }

  private static void add(List<Happening> all, RecordedSocket socket) {
    for (var frame : socket.frames()) {
      if (frame.sender() == RecordedFrame.Sender.APP) {
        all.add(new Heard(socket.after().plus(frame.after()), tree(frame.text())));
      }
    }
  }

  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      return Json.mapper().missingNode(); // a broken frame tells nothing
    }
  }
}
