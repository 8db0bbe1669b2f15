package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.faults.Release;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.http.StubDeliveries.Holder;
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

  /** What the engine says by itself, and the app never said. */
  private static final List<String> OF_THE_ENGINE = List.of("Matched-Stub-Id", "Matched-Stub-Name");

  private final Contract contract;
  private final Replays replays;
  private final StubDeliveries deliveries;

  ReplaySteps(Contract contract, FakeWorlds worlds, HoldingRoom room) {
    this.contract = contract;
    this.replays = new Replays(contract);
    this.deliveries = new StubDeliveries(room);
    worlds.each(replays::prepare);
  }

  /** A request in a world that plays a recording. */
  private record Asked(ApiRequest request, String baseUrl, FakeWorld world) {
    String name() {
      return request.method() + " " + request.rawPath();
    }
  }

  /**
   * The answer to a call.
   *
   * @param request as it came, before an old form was rewritten
   */
  Outcome answer(Call call, ApiRequest request, FakeWorld world) {
    var asked = new Asked(request, call.baseUrl(), world);
    try {
      return find(asked)
          .map(recorded -> noted(sent(asked, recorded), recorded, call))
          .orElseGet(() -> unknown(world, replays.of(world).explain(UrlSpelling.of(request))));
    } catch (RuntimeException e) {
      return failed(asked, e);
    }
  }

  /** The answer to a request that is no operation's; empty when the recording has none. */
  Optional<Outcome> answerUnrouted(ApiRequest request, String baseUrl, FakeWorld world) {
    var asked = new Asked(request, baseUrl, world);
    try {
      return find(asked).map(recorded -> sent(asked, recorded));
    } catch (RuntimeException e) {
      return Optional.of(failed(asked, e));
    }
  }

  private Optional<StubAnswer> find(Asked asked) {
    var world = asked.world();
    return replays.of(world).answer(asked.request(), asked.baseUrl(), world.replay().round());
  }

  /** As the app answered, or ended the connection, and when. */
  private Outcome sent(Asked asked, StubAnswer recorded) {
    var manner = recorded.manner();
    var holder = new Holder(asked.world(), "the recorded answer " + name(recorded));
    var outcome =
        Outcome.of(response(recorded), Origin.REPLAY).withDelivery(deliveries.of(manner, holder));
    if (manner.delay().isZero()) {
      return outcome;
    }
    var cut =
        deliveries
            .await(manner, holder, asked.name())
            .filter(release -> release != Release.DUE)
            .isPresent();
    return cut ? outcome.withDelivery(FaultDeliveries.EMPTY) : outcome;
  }

  private static ApiResponse response(StubAnswer recorded) {
    var mischief = recorded.manner().mischief();
    var response = mischief == null ? recorded.response() : StubDeliveries.seen(mischief, recorded);
    return new ApiResponse(
        response.status(), response.headers().without(OF_THE_ENGINE), response.body());
  }

  private static String name(StubAnswer recorded) {
    var mapping = recorded.mapping();
    return mapping == null ? "" : mapping.name();
  }

  private Outcome noted(Outcome outcome, StubAnswer recorded, Call call) {
    var checked = call.request();
    var ofRequest =
        Stream.concat(checked.violations().stream(), checked.warnings().stream()).toList();
    var drift =
        recorded.manner().mischief() == null
            ? contract.checkResponse(call.operation(), outcome.response())
            : List.<Violation>of();
    var noted = outcome.withWarnings(Stream.concat(ofRequest.stream(), drift.stream()).toList());
    if (!drift.isEmpty()) {
      return noted.explained(drifted(recorded, call, drift));
    }
    return ofRequest.isEmpty() ? noted : noted.explained(unlike(call, ofRequest));
  }

  private static Diagnosis drifted(StubAnswer recorded, Call call, List<Violation> drift) {
    var subject =
        "%s: the recorded answer (%s) is not as the contract has it. It went out as it was recorded."
            .formatted(call.operation().id(), name(recorded));
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

  private static Outcome unknown(FakeWorld world, String text) {
    var status = world.replay().playback().unknownStatus();
    var diagnosis = new Diagnosis(DiagnosisCode.REPLAY_UNKNOWN, text);
    LOG.warn(diagnosis.line());
    return Outcome.refusal(
        new ApiError(status, "NOT_FOUND", "Not found", null).toResponse(), diagnosis);
  }

  private static Outcome failed(Asked asked, RuntimeException failure) {
    var text =
        "The mappings of the recording %s could not answer %s: %s. Look at the templates and proxied servers of those that match it."
            .formatted(
                asked.world().replay().playback().folder(), asked.name(), failure.getMessage());
    var diagnosis = new Diagnosis(DiagnosisCode.STUB_FAILED, text);
    LOG.error(diagnosis.headerValue(), failure);
    return Outcome.refusal(ApiError.internal(diagnosis.text()).toResponse(), diagnosis);
  }
}
