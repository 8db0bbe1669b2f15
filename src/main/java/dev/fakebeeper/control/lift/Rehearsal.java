package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.lift.Comparison.Found;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a recording again, call by call. Used once, by one thread. */
final class Rehearsal {
  /** What tells of the app, of its machine and of tokens, and not of a world. */
  private static final Set<String> OF_THE_APP =
      Set.of("getInfo", "getSpec", "getOAuthAuthorizationServerMetadata");

  private static final long SEED = 1;

  private final Recording recording;
  private final Stage stage;
  private final Stand stand;
  private final Reasons.Past past;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Integer> notAsked = new HashMap<>();
  private int asked;

  Rehearsal(Recording recording, LiftedWorld lifted, Stage stage) {
    this.recording = recording;
    this.stage = stage;
    this.past =
        new Reasons.Past(
            lifted.later(), Masking.isIn(recording.calls()), Drifts.of(recording.calls()));
    this.stand = new Stand(lifted.world().at(lifted.startsAt(), SEED), lifted.startsAt());
  }

  LiftProof run() {
    var number = 0;
    for (var call : recording.calls()) {
      number++;
      var ask = Ask.of(call).orElse(null);
      if (ask == null) {
        leave("the contract has no such operation");
      } else if (OF_THE_APP.contains(ask.operation()) || ask.operation().startsWith("oauth_")) {
        leave("they tell of the app and of tokens, not of a world");
      } else if (ask.status() == 401) {
        leave("tokens are not part of a recording");
      } else {
        ask(number, ask);
      }
    }
    return new LiftProof(asked, notAsked, differences);
  }

  private void leave(String why) {
    notAsked.merge(why, 1, Integer::sum);
  }

  private void ask(int number, Ask ask) {
    asked++;
    RecordedCall call = ask.call();
    stage.until(call.after());
    var answer = stage.ask(stand.now(call.request()));
    for (var found : compare(ask, answer)) {
      var request = call.request().method() + " " + call.request().rawPath();
      differences.add(
          new Difference(
              number, request, found.pointer(), found.recorded(), found.answered(), found.why()));
    }
  }

  private List<Found> compare(Ask ask, RecordedAnswer answer) {
    var recorded = ask.call().answer();
    var reasons = new Reasons(stand, past, ask);
    if (recorded.status() != answer.status()) {
      return List.of(new Found("", status(recorded), status(answer), reasons.ofAnswer()));
    }
    var was = json(recorded.body());
    var is = json(answer.body());
    if (was != null && is != null) {
      return Comparison.of(was, is, stand, reasons);
    }
    return Arrays.equals(recorded.body(), answer.body())
        ? List.of()
        : List.of(new Found("", bytes(recorded), bytes(answer), reasons.ofAnswer()));
  }

  private static String status(RecordedAnswer answer) {
    var tree = json(answer.body());
    var message = tree == null ? "" : tree.path("message").asText();
    return (answer.status() + " " + message).strip();
  }

  private static String bytes(RecordedAnswer answer) {
    return answer.body().length + " bytes";
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? null : Json.mapper().readTree(body);
    } catch (IOException e) {
      return null; // bytes of an asset
    }
  }
}
