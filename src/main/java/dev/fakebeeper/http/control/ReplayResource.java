package dev.fakebeeper.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.control.replay.Replay;
import dev.fakebeeper.control.replay.ReplayedSocket;

/** The recording that a world plays. */
final class ReplayResource {
  private ReplayResource() {}

  static void addTo(ControlTable table) {
    table.add("getReplay", call -> ApiResponse.ok(json(replay(call))));
    table.add("playNextEvents", call -> played(replay(call).next()));
    table.add("playAllEvents", call -> played(replay(call).playAll()));
  }

  /** A world with a state of its own plays none, which clashes with what was asked for. */
  private static Replay replay(ControlCall call) {
    return SocketsResource.inTime(call.world()::replay);
  }

  private static ApiResponse played(int events) {
    return ApiResponse.ok(ControlCall.object().put("played", events));
  }

  private static ObjectNode json(Replay replay) {
    var json = ControlCall.object();
    var recording = replay.playback().recording();
    json.put("folder", replay.playback().folder().toString());
    json.put("recordedCalls", recording.calls().size());
    json.put("recordedSockets", recording.sockets().size());
    var sockets = json.putArray("sockets");
    replay.sockets().forEach(socket -> sockets.add(json(socket)));
    return json;
  }

  private static ObjectNode json(ReplayedSocket socket) {
    var json = ControlCall.object();
    json.put("socket", socket.socket());
    json.put("recorded", socket.recorded());
    json.put("played", socket.played());
    json.put("waiting", socket.waiting());
    var due = socket.due();
    if (due != null) {
      json.put("due", due.toString());
    }
    if (socket.expects() != null) {
      json.put("expects", socket.expects());
    }
    return json;
  }
}
