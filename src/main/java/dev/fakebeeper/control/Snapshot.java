package dev.fakebeeper.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.state.SavedWorld;
import dev.fakebeeper.control.state.SavedWorld.Tokens;
import dev.fakebeeper.control.state.StateException;
import dev.fakebeeper.control.state.StateFile;
import dev.fakebeeper.world.SendProfiles;
import dev.fakebeeper.world.WorldState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A world as it was at one moment: its state, its pending work, its time, the faults that are
 * planned. Taking one and going back to it costs the same for ten chats and for a million messages.
 * Immutable; it outlives its world, and any number of worlds can start from it.
 *
 * <p>A snapshot can be written as JSON and read again, in another process too:
 *
 * <pre>{@code
 * world.snapshot().writeTo(file);
 * worlds.open(NewWorld.named("again").startingFrom(Snapshot.read(file)));
 * }</pre>
 *
 * <p>Access tokens are secrets. They are not written unless {@link #includingTokens} asks for it;
 * whoever goes back to a snapshot without tokens keeps its own. Scenarios are not written either:
 * what was pending of them does nothing in the world that reads it.
 */
public final class Snapshot {
  private static final long SEED = 1;

  private final Moment moment;
  private final Secrets secrets;

  private record Moment(String world, WorldState state, Instant at, Plans plans) {}

  /** What this snapshot knows of tokens, and whether it writes them. */
  private enum Secrets {
    UNKNOWN,
    KEPT,
    WRITTEN
  }

  Snapshot(String world, WorldState state, Instant at, Plans plans) {
    this(new Moment(world, state, at, plans), Secrets.KEPT);
  }

  private Snapshot(Moment moment, Secrets secrets) {
    this.moment = moment;
    this.secrets = secrets;
  }

  private static Snapshot of(SavedWorld saved) {
    var secrets = saved.tokens() == Tokens.WRITTEN ? Secrets.KEPT : Secrets.UNKNOWN;
    return new Snapshot(new Moment(saved.world(), saved.state(), saved.at(), Plans.NONE), secrets);
  }

  /**
   * The world that a recording shows, at its start, with ways of sends that it knows nothing of.
   */
  static Snapshot of(LiftedWorld lifted, SendProfiles sends) {
    var at = lifted.startsAt();
    var state = lifted.world().at(at, SEED).withSendProfiles(sends);
    return of(new SavedWorld("recording", at, state, Tokens.LEFT_OUT));
  }

  /**
   * Reads a snapshot from a file.
   *
   * @throws StateException when the file cannot be read, or holds something else; it lists what is
   *     wrong
   */
  public static Snapshot read(Path file) {
    return of(StateFile.read(file));
  }

  /**
   * Reads a snapshot from a stream of JSON, to its end. Closing the stream is left to the caller.
   *
   * @throws StateException when the stream holds something else; it lists what is wrong
   * @throws UncheckedIOException when the stream breaks
   */
  public static Snapshot read(InputStream json) {
    try {
      return of(StateFile.read("The stream", json));
    } catch (IOException e) {
      throw new UncheckedIOException("the stream with the state of a world broke", e);
    }
  }

  /**
   * Reads a snapshot from a tree.
   *
   * @throws StateException when the tree is something else; it lists what is wrong
   */
  public static Snapshot read(JsonNode json) {
    return of(StateFile.read(json));
  }

  /** The name of the world that it was taken of. */
  public String world() {
    return moment.world();
  }

  WorldState state() {
    return moment.state();
  }

  /** What was planned in it; nothing in one that was read from a file. */
  Plans plans() {
    return moment.plans();
  }

  /** The world's time at that moment. */
  public Instant at() {
    return moment.at();
  }

  /** Whether it can tell which tokens a world of this name had. */
  boolean hasTokensOf(String name) {
    return secrets != Secrets.UNKNOWN && world().equals(name);
  }

  /**
   * The same snapshot; when it is written, the access tokens are written too. Whoever reads that
   * can act as every client of the world.
   *
   * @throws IllegalStateException when it was read from a file without tokens
   */
  public Snapshot includingTokens() {
    if (secrets == Secrets.UNKNOWN) {
      throw new IllegalStateException(
          "this snapshot of \"%s\" was read from a file without tokens; write it without them"
              .formatted(world()));
    }
    return new Snapshot(moment, Secrets.WRITTEN);
  }

  /**
   * Writes it as JSON in UTF-8; the format is described in {@code docs/state-file.md}. Element by
   * element, so it takes no memory to speak of. The stream stays open.
   *
   * @throws UncheckedIOException when the stream breaks, or the bytes of an asset cannot be read
   */
  public void write(OutputStream out) {
    try {
      StateFile.write(saved(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("the state of \"" + world() + "\" could not be written", e);
    }
  }

  /**
   * Writes it to a file, in place of one that is there; see {@link #write}. When that fails, the
   * file is as it was.
   *
   * @throws UncheckedIOException when the file cannot be written, or the bytes of an asset cannot
   *     be read
   */
  public void writeTo(Path file) {
    try {
      StateFile.write(saved(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the state of \"" + world() + "\" could not be written to " + file, e);
    }
  }

  /**
   * The JSON of {@link #write} as a tree, for small worlds: it is all in memory.
   *
   * @throws UncheckedIOException when the bytes of an asset cannot be read
   */
  public JsonNode toJson() {
    var json = new ByteArrayOutputStream();
    write(json);
    return StateFile.tree(json.toByteArray());
  }

  private SavedWorld saved() {
    var tokens = secrets == Secrets.WRITTEN ? Tokens.WRITTEN : Tokens.LEFT_OUT;
    return new SavedWorld(world(), at(), state(), tokens);
  }

  /** Two snapshots are equal when everything in them is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that
        && at().equals(that.at())
        && state().equals(that.state())
        && plans().equals(that.plans());
  }

  @Override
  public int hashCode() {
    return at().hashCode();
  }
}
