package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A play for a world: what it starts from, how it behaves, and what happens when. The same scenario
 * can be played in any number of worlds at once. Immutable.
 *
 * <pre>{@code
 * worlds.open(NewWorld.named("t1").scenario(Scenarios.named("send-fails-for-good")));
 * world.scenarios().load(Scenario.read(Path.of("my-scenario.yaml")));
 * }</pre>
 */
public final class Scenario {
  private final Page page;
  private final ServerPart server;
  private final OpeningPart opening;
  private final Play play;

  Scenario(Page page, ServerPart server, OpeningPart opening, Play play) {
    this.page = page;
    this.server = server;
    this.opening = opening;
    this.play = play;
  }

  /**
   * What is said of a scenario.
   *
   * @param section its number in the list of scenarios that clients need, null when it has none
   */
  record Page(String name, String about, String clientSees, @Nullable Integer section) {}

  /** What is done when it is loaded, and later. */
  record Play(List<TokenPart> tokens, List<Step> setup, List<TimelineEntry> timeline) {
    /** Copies the lists. */
    Play {
      tokens = List.copyOf(tokens);
      setup = List.copyOf(setup);
      timeline = List.copyOf(timeline);
    }
  }

  /**
   * Reads a scenario file, YAML or JSON. Paths in it are relative to its folder.
   *
   * @throws SourceException when the file has a mistake or cannot be read
   */
  public static Scenario read(Path file) {
    return ScenarioFormat.read(SourceReader.read(file), Surroundings.of(file));
  }

  /**
   * Reads a scenario that is a part of something else. Paths in it are relative to the working
   * directory.
   *
   * @throws SourceException when it has a mistake
   */
  public static Scenario read(SourceNode node) {
    return ScenarioFormat.read(node, Surroundings.of(Path.of("scenario.yaml")));
  }

  /**
   * Reads a scenario from YAML in a text. Paths in it are relative to the working directory.
   *
   * @throws SourceException when it has a mistake
   */
  public static Scenario parse(String yaml) {
    try {
      var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
      return read(SourceReader.read("scenario.yaml", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory does not break
    }
  }

  /** The name: small letters, digits and hyphens. */
  public String name() {
    return page.name();
  }

  /** What it is for, in a sentence. */
  public String about() {
    return page.about();
  }

  /** What a correct client observes, in Markdown; empty when nobody wrote it down. */
  public String clientSees() {
    return page.clientSees();
  }

  /** Its number in the list of scenarios that clients need. */
  public OptionalInt section() {
    var section = page.section();
    return section == null ? OptionalInt.empty() : OptionalInt.of(section);
  }

  /** All that a reader wants to know of it, as Markdown under a heading of the second level. */
  public String markdown() {
    return ScenarioPage.of(this);
  }

  /** What a server must be started with to play it. */
  public ServerPart server() {
    return server;
  }

  /** What a world that is opened from it starts with. For our own packages. */
  public OpeningPart opening() {
    return opening;
  }

  List<TokenPart> tokens() {
    return play.tokens();
  }

  /** What is done at once when it is loaded, in order. */
  List<Step> setup() {
    return play.setup();
  }

  List<TimelineEntry> timeline() {
    return play.timeline();
  }

  /** The entry with a number, counted from 1. */
  Optional<TimelineEntry> entry(int number) {
    return number >= 1 && number <= timeline().size()
        ? Optional.of(timeline().get(number - 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Scenario[" + name() + "]";
  }
}
