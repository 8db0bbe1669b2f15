package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.events.EventStream;
import dev.fakebeeper.events.SocketAct;
import dev.fakebeeper.events.StreamRule;
import dev.fakebeeper.world.WorldException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the steps of one entry work on. Used by one thread. */
final class Scene {
  private final Stage stage;
  private final Loaded loaded;
  private final List<CompletableFuture<Void>> acts = new ArrayList<>();

  /**
   * Where a world's scenarios play.
   *
   * @param world the world as a test holds it
   * @param sockets its event sockets
   * @param progress what is played in it
   */
  record Stage(FakeWorld world, EventStream sockets, Progress progress) {}

  Scene(Stage stage, Loaded loaded) {
    this.stage = stage;
    this.loaded = loaded;
  }

  FakeWorld world() {
    return stage.world();
  }

  /** The scenario as it was when the entry began. */
  Loaded loaded() {
    return loaded;
  }

  /** Keeps a fault that was planned, to be taken back with the scenario. */
  void addFault(String name) {
    stage.progress().change(loaded.name(), now -> now.withFaults(now.faults().plus(name)));
  }

  /** Adds a rule, to be taken back with the scenario. */
  void addRule(StreamRule rule) {
    var added = new Loaded.Ruling(stage.sockets().rules().add(rule), rule);
    stage.progress().change(loaded.name(), now -> now.withRules(now.rules().plus(added)));
  }

  /**
   * Does something to sockets: in the order of the stream, after all that has happened so far, and
   * without waiting for it. A step may hold the world's lock or the stream's turn.
   */
  void act(@Nullable String socket, SocketAct act) {
    if (socket == null) {
      acts.add(stage.sockets().actOnAll(act));
      return;
    }
    if (stage.sockets().sockets().stream().noneMatch(open -> open.id().equals(socket))) {
      throw WorldException.notFound("Open socket", socket);
    }
    acts.add(stage.sockets().act(socket, act));
  }

  /** What is under way since, complete when it is done. */
  CompletableFuture<Void> done() {
    return CompletableFuture.allOf(acts.toArray(CompletableFuture[]::new));
  }
}
