package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.control.lift.Difference.Why;
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
  private final LiftedWorld lifted;
  private final Stage stage;
  private final Stand stand;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Integer> notAsked = new HashMap<>();
  private int asked;

  Rehearsal(Recording recording, LiftedWorld lifted, Stage stage) {
    this.recording = recording;
    this.lifted = lifted;
    this.stage = stage;
    this.stand = new Stand(lifted.world().at(lifted.startsAt(), SEED), lifted.startsAt());
  }

  LiftProof run() {
    var number = 0;
    for (var call : recording.calls()) {
      number++;
      var why = whyNotAsked(call);
      if (why == null) {
        ask(number, call);
      } else {
        notAsked.merge(why, 1, Integer::sum);
      }
    }
    return new LiftProof(asked, notAsked, differences);
  }

  private static @Nullable String whyNotAsked(RecordedCall call) {
    var operation = Ask.of(call).map(Ask::operation).orElse("");
    if (operation.isEmpty()) {
      return "the contract has no such operation";
    }
    if (OF_THE_APP.contains(operation) || operation.startsWith("oauth_")) {
      return "they tell of the app and of tokens, not of a world";
    }
    return call.answer().status() == 401 ? "tokens are not part of a recording" : null;
  }

  private void ask(int number, RecordedCall call) {
    asked++;
    stage.until(call.after());
    var answer = stage.ask(stand.now(call.request()));
    for (var found : compare(call, answer)) {
      var request = call.request().method() + " " + call.request().rawPath();
      differences.add(
          new Difference(
              number, request, found.pointer(), found.recorded(), found.answered(), found.why()));
    }
  }

  private List<Comparison.Found> compare(RecordedCall call, RecordedAnswer answer) {
    var recorded = call.answer();
    if (recorded.status() != answer.status()) {
      return whole(
          call, recorded.status() + statusOf(recorded), answer.status() + statusOf(answer));
    }
    var was = json(recorded.body());
    var is = json(answer.body());
    if (was != null && is != null) {
      return Comparison.of(was, is, stand, lifted.later());
    }
    var areBytes = Ask.of(call).map(Ask::operation).filter("serveAsset"::equals).isPresent();
    return Arrays.equals(recorded.body(), answer.body())
        ? List.of()
        : List.of(
            new Comparison.Found(
                "",
                recorded.body().length + " bytes",
                answer.body().length + " bytes",
                areBytes ? Why.UNKNOWN_BYTES : Why.UNEXPLAINED));
  }

  private static String statusOf(RecordedAnswer answer) {
    var tree = json(answer.body());
    var message = tree == null ? "" : tree.path("message").asText();
    return message.isEmpty() ? "" : " " + message;
  }

  private List<Comparison.Found> whole(RecordedCall call, String recorded, String answered) {
    return List.of(new Comparison.Found("", recorded, answered, why(call)));
  }

  private Why why(RecordedCall call) {
    var status = call.answer().status();
    if (status == 0 || status == 429 || status >= 500) {
      return Why.APP_FAILED;
    }
    var ask = Ask.of(call).orElseThrow();
    if (ask.operation().equals("serveAsset")) {
      return Why.UNKNOWN_BYTES;
    }
    if (lifted.later().chats().contains(ask.path("chatID"))
        || lifted.later().messages().contains(ask.path("messageID"))) {
      return Why.CAME_LATER;
    }
    return ask.operation().equals("getMessage") && stand.isNew(ask.path("messageID"))
        ? Why.PACE
        : Why.UNEXPLAINED;
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? null : Json.mapper().readTree(body);
    } catch (IOException e) {
      return null; // bytes of an asset
    }
  }
}
