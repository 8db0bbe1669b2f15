package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.operations.Call;
import dev.fakebeeper.recording.UrlSpelling;
import dev.fakebeeper.stubs.StubAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls in a world that plays a recording, from the recording alone. Request and answer
 * are held against the contract for a note only: what the app took and said stands. Thread-safe.
 */
final class ReplaySteps {
  private static final Logger LOG = LoggerFactory.getLogger(ReplaySteps.class);

  private final Contract contract;
  private final Replays replays;

  ReplaySteps(Contract contract, FakeWorlds worlds) {
    this.contract = contract;
    this.replays = new Replays(contract);
    worlds.each(replays::prepare);
  }

  /**
   * The answer to a call.
   *
   * @param asked the request as it came, before an old form was rewritten
   */
  Outcome answer(Call call, ApiRequest asked, FakeWorld world) {
    return find(asked, call.baseUrl(), world)
        .map(recorded -> noted(outcome(recorded), recorded, call))
        .orElseGet(() -> unknown(world, replays.of(world).explain(UrlSpelling.of(asked))));
  }

  /** The answer to a request that is no operation's; empty when the recording has none. */
  Optional<Outcome> answerUnrouted(ApiRequest asked, String baseUrl, FakeWorld world) {
    return find(asked, baseUrl, world).map(ReplaySteps::outcome);
  }

  private Optional<StubAnswer> find(ApiRequest asked, String baseUrl, FakeWorld world) {
    return replays.of(world).answer(asked, baseUrl, world.replay().round());
  }

  private static Outcome outcome(StubAnswer recorded) {
    return StubOutcomes.of(recorded, Origin.REPLAY);
  }

  private Outcome noted(Outcome outcome, StubAnswer recorded, Call call) {
    var checked = call.request();
    var ofRequest =
        Stream.concat(checked.violations().stream(), checked.warnings().stream()).toList();
    var drift = contract.checkResponse(call.operation(), outcome.response());
    var noted = outcome.withWarnings(Stream.concat(ofRequest.stream(), drift.stream()).toList());
    if (!drift.isEmpty()) {
      return noted.explained(drifted(recorded, call, drift));
    }
    return ofRequest.isEmpty() ? noted : noted.explained(unlike(call, ofRequest));
  }

  private static Diagnosis drifted(StubAnswer recorded, Call call, List<Violation> drift) {
    var mapping = recorded.mapping();
    var subject =
        "%s: the recorded answer%s is not as the contract has it. It went out as it was recorded."
            .formatted(call.operation().id(), mapping == null ? "" : " (" + mapping.name() + ")");
    return Diagnosis.of(DiagnosisCode.REPLAY_DRIFT, subject, drift);
  }

  private static Diagnosis unlike(Call call, List<Violation> violations) {
    var subject =
        "%s is in the recording, so it was answered, but the contract has it otherwise:"
            .formatted(call.operation().id());
    return Diagnosis.of(DiagnosisCode.REQUEST_WARNING, subject, violations);
  }

  /**
   * The refusal of an event socket in a world whose recording has none; empty when it may be
   * opened.
   */
  Optional<Outcome> withoutSocket(FakeWorld world) {
    if (!world.isReplaying() || !world.replay().playback().recording().sockets().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        unknown(
            world,
            "The recording %s has no WebSocket. Record a client that opens one."
                .formatted(world.replay().playback().folder())));
  }

  private Outcome unknown(FakeWorld world, String text) {
    var status = world.replay().playback().unknownStatus();
    var diagnosis = new Diagnosis(DiagnosisCode.REPLAY_UNKNOWN, text);
    LOG.warn(diagnosis.line());
    return Outcome.refusal(
        new ApiError(status, "NOT_FOUND", "Not found", null).toResponse(), diagnosis);
  }
}
