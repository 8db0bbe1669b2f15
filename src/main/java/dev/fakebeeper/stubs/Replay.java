package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.UrlSpelling;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of one world from a recording, and from nothing else. Where the same request
 * was answered several times, it is so again, in order; the last answer repeats. The address that
 * stands for the recorded app is ours. Worlds that play one recording share its engine.
 * Thread-safe.
 */
public final class Replay {
  private final Engine engine;
  private final ScenarioStates.Player player = new ScenarioStates.Player();
  private volatile @Nullable Address last;

  Replay(Engine engine) {
    this.engine = engine;
  }

  /** Our address as it is put in place of the recorded one, and the other way round. */
  private record Address(String baseUrl, OriginRewriting toRecorded, OriginRewriting toOurs) {
    static Address of(String baseUrl) {
      var ours = URI.create(baseUrl);
      return new Address(
          baseUrl,
          OriginRewriting.of(List.of(ours), OriginRewriting.RECORDED),
          OriginRewriting.of(List.of(OriginRewriting.RECORDED), ours));
    }
  }

  /**
   * The recorded answer to a request; empty when the recording knows none.
   *
   * @param baseUrl scheme, host and port under which the client reached us
   */
  public Optional<StubAnswer> answer(ApiRequest request, String baseUrl) {
    var address = address(baseUrl);
    var recorded = UrlSpelling.of(address.toRecorded().request(request));
    return engine.answer(recorded, baseUrl, player).map(answer -> ours(answer, address));
  }

  /** Most clients know one address, so the last one is remembered. */
  private Address address(String baseUrl) {
    var known = last;
    if (known != null && known.baseUrl().equals(baseUrl)) {
      return known;
    }
    var made = Address.of(baseUrl);
    last = made;
    return made;
  }

  private static StubAnswer ours(StubAnswer answer, Address address) {
    var said = new RecordedAnswer(answer.status(), answer.headers(), answer.body());
    var rewritten = address.toOurs().answer(said);
    return new StubAnswer(
        answer.status(), rewritten.headers(), rewritten.body(), answer.manner(), answer.mapping());
  }

  /** Begins at the first answer of every sequence again. */
  public void startOver() {
    player.startOver();
  }
}
