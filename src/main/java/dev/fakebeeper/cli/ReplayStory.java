package dev.fakebeeper.cli;

import dev.fakebeeper.FakeBeeper;
import dev.fakebeeper.FakeBeeperConfig;
import dev.fakebeeper.control.lift.HttpStage;
import dev.fakebeeper.control.lift.LiftProof;
import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.lift.TalkingStage;
import dev.fakebeeper.control.replay.Playback;
import java.io.PrintWriter;

/** What is to be told about a recording that is served. Immutable. */
record ReplayStory(Playback playback) {

  String text(FakeBeeper beeper) {
    var recording = playback.recording();
    return Greeting.text(
        beeper,
        "the recording %s (%d calls, %d sockets)"
            .formatted(playback.folder(), recording.calls().size(), recording.sockets().size()));
  }

  String json(FakeBeeper beeper) {
    var json = Greeting.tree(beeper);
    json.put("world", playback.folder().toString());
    json.putObject("recording")
        .put("calls", playback.recording().calls().size())
        .put("sockets", playback.recording().sockets().size());
    return json.toString();
  }

  /**
   * A recording that was lifted, with its proof.
   *
   * @param of the recording
   */
  record Lifted(ReplayStory of, LiftedWorld world, LiftProof proof) {

    /**
     * Asks a world of its own all that was recorded.
     *
     * @param config of the fake to be
     * @param err where progress is told
     */
    static Lifted proved(
        ReplayStory story, LiftedWorld world, FakeBeeperConfig config, PrintWriter err) {
      var recording = story.playback().recording();
      var rehearsal =
          config.toBuilder().host("localhost").port(0).frozenAt(world.startsAt()).build();
      try (var beeper = FakeBeeper.start(rehearsal)) {
        var stage = new HttpStage(beeper.baseUri(), beeper.world());
        var told = new TalkingStage(stage, new Progress(recording.calls().size(), err));
        return new Lifted(story, world, LiftProof.of(recording, world, told));
      }
    }

    String text(FakeBeeper beeper) {
      var name = "the world of the recording " + of.playback().folder();
      return "%s%n%s%n%s"
          .formatted(
              Greeting.text(beeper, name), world.report().text(), proof.text().stripTrailing());
    }

    String json(FakeBeeper beeper) {
      var json = Greeting.tree(beeper);
      json.put("world", of.playback().folder().toString());
      json.set("lift", world.report().json());
      json.set("proof", proof.json());
      return json.toString();
    }
  }
}
