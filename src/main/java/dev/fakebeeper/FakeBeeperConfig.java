package dev.fakebeeper;

import dev.fakebeeper.contract.ApiVersion;
import dev.fakebeeper.control.ConsentPlan;
import dev.fakebeeper.control.StartingWorlds;
import dev.fakebeeper.control.bridges.BridgeFile;
import dev.fakebeeper.control.journal.JournalLimits;
import dev.fakebeeper.control.lift.LiftedWorld;
import dev.fakebeeper.control.replay.Playback;
import dev.fakebeeper.control.scenarios.Scenario;
import dev.fakebeeper.events.EventSettings;
import dev.fakebeeper.http.BodyLimits;
import dev.fakebeeper.http.EdgeSettings.Forwarding;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import dev.fakebeeper.operations.CompatibilityRules;
import dev.fakebeeper.recording.recorder.RecorderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a fake starts. Begin with a preset and change what the test is about:
 *
 * <pre>{@code
 * FakeBeeperConfig.forTests().toBuilder().apiVersion("4.2").strict().build()
 * }</pre>
 *
 * Immutable and safe for use by many threads. A wrong value is refused at once, by the method that
 * was given it.
 */
public final class FakeBeeperConfig {
  /** The token of the presets. It opens a fake on this machine and nothing else. */
  public static final String DEFAULT_TOKEN = "fake-beeper";

  /** The port of the real application, and of {@link #forServe()}. */
  public static final int DEFAULT_PORT = 23373;

  /** The starting world of the presets. */
  public static final String DEFAULT_WORLD = "default";

  private static final Settings TESTS =
      new Settings(
          "localhost",
          0,
          DEFAULT_TOKEN,
          null,
          DEFAULT_WORLD,
          null,
          ApiVersion.latest(),
          Strictness.LENIENT,
          Answers.STATEFUL,
          StartingWorlds.FROZEN_START,
          1,
          Set.of(),
          BodyLimits.DEFAULT,
          Forwarding.IGNORED,
          EventSettings.Timestamps.ISO,
          JournalLimits.DEFAULT,
          null,
          false,
          List.of(),
          null,
          null,
          List.of(),
          ConsentPlan.usual(),
          null);

  private final Settings settings;

  FakeBeeperConfig(Settings settings) {
    this.settings = settings;
  }

  /**
   * For a test in this JVM: both loopback addresses, a free port, the token {@value
   * #DEFAULT_TOKEN}, the world {@value #DEFAULT_WORLD}, a clock that stands still until it is
   * moved.
   */
  public static FakeBeeperConfig forTests() {
    return new FakeBeeperConfig(TESTS);
  }

  /** For a server of its own: like {@link #forTests()}, but on port 23373 and in real time. */
  public static FakeBeeperConfig forServe() {
    return forTests().toBuilder().port(DEFAULT_PORT).realClock().build();
  }

  /** A builder that starts from this configuration. */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /** The host to listen on. */
  public String host() {
    return settings.host();
  }

  /** The port to listen on, 0 for a free one. */
  public int port() {
    return settings.port();
  }

  /** The bearer token of the world. */
  public String token() {
    return settings.token();
  }

  /** What the control API asks for; empty when it lets everybody on this machine in. */
  public Optional<String> controlToken() {
    return Optional.ofNullable(settings.controlToken());
  }

  /** The name or file of the starting world. */
  public String world() {
    return settings.world();
  }

  /** The version of Beeper Desktop that the fake is. */
  public String apiVersion() {
    return settings.version().toString();
  }

  /** Whether what the real server ignores is refused. */
  public boolean isStrict() {
    return settings.strictness() == Strictness.STRICT;
  }

  /** What makes the opaque ids. */
  public long seed() {
    return settings.seed();
  }

  /** The scenario that the world plays from the start. */
  public Optional<Scenario> scenario() {
    return Optional.ofNullable(settings.scenario());
  }

  /** The recording that the worlds play; empty when they have a state of their own. */
  public Optional<Playback> playback() {
    return Optional.ofNullable(settings.playback());
  }

  Settings settings() {
    return settings;
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "FakeBeeperConfig[host=%s, port=%d, world=%s, apiVersion=%s]"
        .formatted(host(), port(), world(), settings.version());
  }

  /** Collects changes to a configuration. Not safe for use by many threads. */
  public static final class Builder {
    private Settings settings;

    private Builder(Settings settings) {
      this.settings = settings;
    }

    /**
     * Where to listen: {@code localhost} for both 127.0.0.1 and ::1, else an address or name of
     * this machine. One that other machines can reach needs a token of its own.
     */
    public Builder host(String host) {
      return with(settings.withHost(requireText("host", host)));
    }

    /** The port, 0 to 65535; 0 takes a free one. */
    public Builder port(int port) {
      require(port >= 0 && port <= 65_535, "port", port, "be 0 to 65535; 0 takes a free port");
      return with(settings.withPort(port));
    }

    /** The bearer token that clients send: visible ASCII without spaces. */
    public Builder token(String token) {
      return with(settings.withToken(requireToken("token", token)));
    }

    /**
     * What the control API asks for: visible ASCII without spaces. Without one it lets everybody on
     * this machine in; a fake that other machines can reach makes one at its start.
     */
    public Builder controlToken(String token) {
      return with(settings.withControlToken(requireToken("controlToken", token)));
    }

    /** The world to start with: a bundled name, or the path of a YAML or JSON file. */
    public Builder world(String nameOrPath) {
      return with(settings.withWorld(requireText("world", nameOrPath)));
    }

    /**
     * The world to start with is the one that a recording shows. A clock that stands begins at the
     * time of the recording; one that follows the machine sees an old history.
     */
    public Builder lifted(LiftedWorld world) {
      var from = settings.frozenAt() == null ? null : world.startsAt();
      return with(settings.withLifted(world).withFrozenAt(from));
    }

    /**
     * The scenario that the world plays from the start. What it needs of the server is set as if by
     * the methods of this builder; its world, clock and seed come before those that are set here.
     */
    public Builder scenario(Scenario scenario) {
      settings = settings.withScenario(scenario);
      var server = scenario.server();
      server.apiVersion().ifPresent(this::apiVersion);
      server.host().ifPresent(this::host);
      server.remoteAccess().ifPresent(this::forwarding);
      return this;
    }

    private void forwarding(boolean on) {
      settings = settings.withForwarding(on ? Forwarding.HONOURED : Forwarding.IGNORED);
    }

    /**
     * Bridges that every new world has beside its own, in place of those of the same id: {@code
     * BridgeFile.readAll(folder)} reads all of a folder.
     */
    public Builder bridges(Collection<BridgeFile> files) {
      return with(settings.withBridges(List.copyOf(files)));
    }

    /**
     * Plays the recording of a folder: every world of the fake answers from it alone, each from its
     * beginning. There is no starting world then, and no scenario.
     *
     * @throws dev.fakebeeper.recording.RecordingException when the folder is no recording
     */
    public Builder replay(Path folder) {
      return replay(Playback.read(folder));
    }

    /** {@link #replay(Path)} for a recording that was read, and how to play it. */
    public Builder replay(Playback playback) {
      return with(settings.withPlayback(playback));
    }

    /**
     * Stub mappings that every world begins with, in place of those set before: JSON files in
     * WireMock's format, or folders with {@code mappings} and {@code __files} in them. No folder is
     * read that is not named.
     */
    public Builder stubs(Path... filesOrFolders) {
      return with(settings.withStubs(List.of(filesOrFolders)));
    }

    /**
     * What becomes of clients that sign in by OAuth, in every new world; a page asks the user
     * unless this says otherwise: {@code oauth(plan -> plan.approves())}.
     */
    public Builder oauth(UnaryOperator<ConsentPlan> change) {
      return with(settings.withConsent(change.apply(settings.consent())));
    }

    /** Another OpenAPI document than the bundled one. */
    public Builder contract(Path document) {
      return with(settings.withContract(document));
    }

    /**
     * The version of Beeper Desktop to be: {@code latest}, a full number, or the beginning of one
     * ({@code 4.2} is the newest known 4.2).
     */
    public Builder apiVersion(String version) {
      return with(settings.withVersion(ApiVersion.parse(version)));
    }

    /** Unknown parameters and members are refused, which the real server does not do. */
    public Builder strict() {
      return with(settings.withStrictness(Strictness.STRICT));
    }

    /** Unknown parameters and members pass, as in the real server. */
    public Builder lenient() {
      return with(settings.withStrictness(Strictness.LENIENT));
    }

    /**
     * Old forms of requests that are no longer accepted; the real server, and every other
     * configuration, accepts them all.
     *
     * @param names some of {@code reminder-milliseconds}, {@code reaction-key-in-query}, {@code
     *     chat-mode-start}
     */
    public Builder refuseOldForms(Collection<String> names) {
      var known = CompatibilityRules.names();
      for (var name : names) {
        require(known.contains(name), "old form", name, "be one of " + known);
      }
      return with(settings.withRefusedOldForms(Set.copyOf(names)));
    }

    /** Answers come from the state of the world. */
    public Builder stateful() {
      return with(settings.withAnswers(Answers.STATEFUL));
    }

    /** Every operation answers its example; any token and any id will do. */
    public Builder examples() {
      return with(settings.withAnswers(Answers.EXAMPLES));
    }

    /** The clock of the world follows the machine. */
    public Builder realClock() {
      return with(settings.withFrozenAt(null));
    }

    /** The clock of the world stands at an instant until it is moved. */
    public Builder frozenAt(Instant instant) {
      return with(settings.withFrozenAt(instant));
    }

    /** What makes the opaque ids of the world; the same seed gives the same ids. */
    public Builder seed(long seed) {
      return with(settings.withSeed(seed));
    }

    /** The bytes that the body of an upload may have, 0 to 2,147,483,639; 512 MiB by default. */
    public Builder maxUploadBytes(long bytes) {
      return with(settings.withLimits(new BodyLimits(bytes, settings.limits().other())));
    }

    /** The bytes that any other body may have, 0 to 2,147,483,639; 16 MiB by default. */
    public Builder maxBodyBytes(long bytes) {
      return with(settings.withLimits(new BodyLimits(settings.limits().upload(), bytes)));
    }

    /**
     * Believes {@code X-Forwarded-Host}, {@code -Proto} and {@code -Port} of a proxy in front, as
     * the real server does when remote access is on.
     */
    public Builder remoteAccess() {
      return with(settings.withForwarding(Forwarding.HONOURED));
    }

    /**
     * Events of the socket tell their time as a number of milliseconds, as the documentation page
     * has it, in place of the text that live servers send.
     */
    public Builder numericEventTimes() {
      return with(settings.withEventTimes(EventSettings.Timestamps.EPOCH_MILLIS));
    }

    /**
     * How many entries the journal of each world keeps, 10,000 by default; 0 keeps nothing and
     * costs nothing. The oldest give way, also when all together hold some 64 MiB.
     */
    public Builder journalEntries(int number) {
      require(number >= 0, "journalEntries", number, "be 0 or more; 0 switches journals off");
      return with(settings.withJournals(settings.journals().withEntries(number)));
    }

    /**
     * Records a real application: every request but those of the control API goes to it, and {@link
     * FakeBeeper#recording} tells how it goes.
     *
     * @param upstream where it is: http or https, a host, perhaps a port
     */
    public Builder record(URI upstream, RecorderSettings into) {
      var scheme = String.valueOf(upstream.getScheme());
      require(
          (scheme.equals("http") || scheme.equals("https")) && upstream.getHost() != null,
          "upstream",
          upstream,
          "be an address such as http://localhost:23373");
      var known = settings.record();
      return with(
          settings.withRecord(
              new RecordMode(upstream, known == null ? null : known.token(), into)));
    }

    /**
     * What the recorded application wants in place of this fake's token; call {@link #record}
     * first. Without it, clients send the application's token themselves.
     */
    public Builder upstreamToken(String token) {
      var known = settings.record();
      require(known != null, "upstreamToken", "...", "come after record(upstream, into)");
      return with(
          settings.withRecord(
              new RecordMode(
                  Objects.requireNonNull(known).upstream(),
                  requireToken("upstreamToken", token),
                  known.into())));
    }

    /**
     * Counts what of the contract the clients exercise, from the start; {@link FakeBeeper#coverage}
     * reports it. Off, as it is by default, it costs nothing.
     */
    public Builder coverage() {
      return with(settings.withCoverage(true));
    }

    /** The configuration. */
    public FakeBeeperConfig build() {
      return new FakeBeeperConfig(settings);
    }

    private Builder with(Settings changed) {
      settings = changed;
      return this;
    }

    private static String requireToken(String name, String token) {
      var visible = token.chars().allMatch(c -> c > ' ' && c <= '~');
      require(visible && !token.isEmpty(), name, token, "be visible ASCII without spaces");
      return token;
    }

    private static String requireText(String name, String value) {
      require(!value.isBlank(), name, value, "not be empty");
      return value;
    }

    private static void require(boolean holds, String name, Object value, String rule) {
      if (!holds) {
        throw new IllegalArgumentException("%s (%s) must %s".formatted(name, value, rule));
      }
    }
  }
}
