package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.UrlSpelling;
import java.util.Optional;

/**
 * Answers the requests of one world from a recording, and from nothing else. Where the same request
 * was answered several times, it is so again, in order; the last answer repeats. Worlds that play
 * one recording share its engine. Thread-safe.
 */
public final class Replay {
  private final Engine engine;
  private final ScenarioStates.Player player = new ScenarioStates.Player();

  Replay(Engine engine) {
    this.engine = engine;
  }

  /**
   * The recorded answer to a request; empty when the recording knows none.
   *
   * @param baseUrl scheme, host and port under which the client reached us, for templates
   */
  public Optional<StubAnswer> answer(ApiRequest request, String baseUrl) {
    return engine.answer(UrlSpelling.of(request), baseUrl, player);
  }

  /** Begins at the first answer of every sequence again. */
  public void startOver() {
    player.startOver();
  }
}
