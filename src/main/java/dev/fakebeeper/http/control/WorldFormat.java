package dev.fakebeeper.http.control;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.Snapshot;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a new world is like, and opens it. */
final class WorldFormat {
  /** What goes on from a moment that has a time of its own. */
  private static final List<String> GOES_ON = List.of("fork", "snapshot", "state");

  private final ControlCall call;

  private WorldFormat(ControlCall call) {
    this.call = call;
  }

  /**
   * Opens the world that the body describes.
   *
   * @throws ProblemException when it starts from something that does not exist
   */
  static FakeWorld open(ControlCall call) {
    try {
      return call.worlds().open(new WorldFormat(call).read(call.body()));
    } catch (IllegalArgumentException refused) { // a starting world that does not exist or fit
      throw new ProblemException(Problem.invalid(String.valueOf(refused.getMessage())));
    }
  }

  private NewWorld read(SourceNode body) {
    var fields = body.asFields("A world");
    var world = NewWorld.named(fields.require("name").asText());
    var from = fields.find("from");
    world = from == null ? world : startingFrom(world, from);
    var clock = fields.find("clock");
    world = clock == null ? world : world.clock(ClockFormat.read(clock));
    var seed = fields.large("seed");
    world = seed == null ? world : world.seed(seed);
    var token = fields.text("token");
    world = token == null ? world : world.token(token);
    fields.done();
    requireOneTime(from, clock);
    return world;
  }

  /** What a snapshot knows of pending work belongs to its time. */
  private static void requireOneTime(@Nullable SourceNode from, @Nullable SourceNode clock) {
    if (from == null || clock == null) {
      return;
    }
    var start = from.asFields("A start");
    var at = clock.asFields("A clock").find("at");
    if (at != null && GOES_ON.stream().anyMatch(name -> start.find(name) != null)) {
      throw at.mistake(
          "The time is given twice",
          "A fork, and a world from a snapshot or a state, begin at the time of what they come from",
          "Leave \"at\" out, and set the clock when the world is open");
    }
  }

  private NewWorld startingFrom(NewWorld world, SourceNode node) {
    var fields = node.asFields("A start");
    var bundled = fields.text("world");
    var fork = fields.text("fork");
    var snapshot = fields.find("snapshot");
    var generate = fields.find("generate");
    var state = fields.find("state");
    var scenario = fields.find("scenario");
    fields.done();
    if (scenario != null) {
      return world.scenario(ScenariosResource.scenario(scenario));
    }
    if (bundled != null) {
      return world.startingFrom(bundled);
    }
    if (fork != null) {
      return world.startingFrom(call.world(fork));
    }
    if (snapshot != null) {
      return fromSnapshot(world, snapshot.asFields("A snapshot"));
    }
    if (state != null) {
      return world.startingFrom(Snapshot.read(call.requestBody().at("/from/state")));
    }
    var size = generate == null ? null : generate.asFields("A generated world");
    return size == null
        ? world
        : world.generated(size.require("chats").asCount(), size.require("messages").asCount());
  }

  private NewWorld fromSnapshot(NewWorld world, Fields fields) {
    var owner = call.world(fields.require("world").asText());
    return world.startingFrom(owner.snapshots().require(fields.require("name").asText()));
  }
}
