package dev.fakebeeper;

import dev.fakebeeper.StartException.Reason;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.ContractException;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.NewWorld;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.StubOverlay;
import dev.fakebeeper.stubs.StubException;
import dev.fakebeeper.stubs.StubLibrary;
import dev.fakebeeper.world.WorldException;
import dev.fakebeeper.world.Worlds;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyGenerator;

/** Reads what a fake starts from, and says in a {@link StartException} what it cannot use. */
final class Startup {
  private static final String EMPTY = "empty";

  private Startup() {}

  /** Whoever can reach the port can do everything with the token, so it must not be public. */
  static void requireSafe(Settings settings) {
    if (settings.token().equals(FakeBeeperConfig.DEFAULT_TOKEN) && !isLoopback(settings.host())) {
      throw new StartException(
          Reason.WRONG_SETTING,
          "Other machines can reach the host %s, and everybody knows the token \"%s\". Give the fake a token of its own (--token), or listen on localhost."
              .formatted(settings.host(), FakeBeeperConfig.DEFAULT_TOKEN),
          null);
    }
  }

  /** Whoever can reach the control API can do everything, so other machines must know a secret. */
  static Settings withControlToken(Settings settings) {
    return settings.controlToken() == null && !isLoopback(settings.host())
        ? settings.withControlToken(newSecret())
        : settings;
  }

  /** The one thing of a fake that must differ between two runs, so it comes from no seed. */
  private static String newSecret() {
    try {
      var key = KeyGenerator.getInstance("HmacSHA256").generateKey();
      return "fbc-" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return true; // then listening fails and says why
    }
  }

  /** Begins to read the bundled world of a start, if it is one, on a thread that ends by itself. */
  static void readAhead(Settings settings) {
    var name = needsNoState(settings) ? EMPTY : settings.world();
    if (settings.lifted() != null || !StartingWorlds.names().contains(name)) {
      return;
    }
    var thread = new Thread(() -> StartingWorlds.readAhead(name), "fake-beeper-start");
    thread.setDaemon(true);
    thread.start();
  }

  static Contract contract(Settings settings) {
    var file = settings.contract();
    if (file == null) {
      return Contract.bundled().at(settings.version());
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StartException(
          Reason.DOCUMENT_UNREADABLE,
          "Cannot read the contract %s: it is not a file that this user may read. Give the path of an OpenAPI document, or leave the setting out for the bundled one."
              .formatted(file),
          null);
    }
    try {
      return Contract.load(file).at(settings.version());
    } catch (ContractException e) {
      throw new StartException(Reason.DOCUMENT_INVALID, String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads the stub mappings of all worlds. */
  static StubOverlay stubs(Settings settings, Contract contract) {
    try {
      return new StubOverlay(new StubLibrary(() -> contract, settings.stubs()));
    } catch (StubException e) {
      throw new StartException(Reason.STUBS_INVALID, String.valueOf(e.getMessage()), e);
    }
  }

  /** Opens the world of callers without a token. */
  static FakeWorld open(NewWorld start, Settings settings, FakeWorlds worlds) {
    try {
      return worlds.open(start.token(settings.token()));
    } catch (WorldException e) {
      throw new StartException(Reason.WRONG_SETTING, e.text(), e);
    } catch (SourceException e) {
      throw new StartException(Reason.WORLD_INVALID, String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new StartException(Reason.UNKNOWN_WORLD, String.valueOf(e.getMessage()), e);
    }
  }

  /** What the worlds of these settings start from. */
  static NewWorld start(Settings settings) {
    var start = startingFrom(NewWorld.named(Worlds.DEFAULT), settings);
    var frozenAt = settings.frozenAt();
    var timed = frozenAt == null ? start.realClock() : start.frozenAt(frozenAt);
    var seeded = timed.seed(settings.seed());
    var scenario = settings.scenario();
    var playback = settings.playback();
    var started = scenario == null ? seeded : seeded.scenario(scenario);
    return playback == null ? started : started.replaying(playback);
  }

  private static NewWorld startingFrom(NewWorld world, Settings settings) {
    requireState(settings);
    if (needsNoState(settings)) {
      return world.startingFrom(EMPTY);
    }
    var lifted = settings.lifted();
    if (lifted != null) {
      return world.startingFrom(lifted);
    }
    var from = settings.world();
    return isPath(from) ? world.startingFrom(readable(from)) : world.startingFrom(from);
  }

  /** Examples do without one, and so does a recording. */
  private static boolean needsNoState(Settings settings) {
    return settings.answers() == Answers.EXAMPLES || settings.playback() != null;
  }

  private static void requireState(Settings settings) {
    if (settings.scenario() != null && settings.answers() == Answers.EXAMPLES) {
      throw new StartException(
          Reason.WRONG_SETTING,
          "A scenario plays in the state of a world, and a fake whose answers are examples has none. Leave out one of the two (--scenario, --answers examples).",
          null);
    }
    if (settings.playback() != null && settings.answers() == Answers.EXAMPLES) {
      throw new StartException(
          Reason.WRONG_SETTING,
          "A fake answers with examples or from a recording, not both. Leave out one of the two (--answers examples, replay).",
          null);
    }
    if (settings.playback() != null && settings.scenario() != null) {
      throw new StartException(
          Reason.WRONG_SETTING,
          "A scenario plays in the state of a world, and a world that plays a recording has none. Leave out one of the two, or lift the recording into a world (--lift).",
          null);
    }
  }

  /** Names of bundled worlds have neither a separator nor an ending. */
  private static boolean isPath(String world) {
    return world.indexOf('/') >= 0 || world.indexOf('\\') >= 0 || world.indexOf('.') >= 0;
  }

  private static Path readable(String world) {
    var file = Path.of(world);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StartException(
          Reason.UNKNOWN_WORLD,
          "Cannot read the starting world %s: it is not a file that this user may read. Give the path of a YAML or JSON file, or one of the names %s."
              .formatted(world, String.join(", ", StartingWorlds.names())),
          null);
    }
    return file;
  }
}
