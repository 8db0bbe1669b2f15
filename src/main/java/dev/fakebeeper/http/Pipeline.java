package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.faults.FaultCall;
import dev.fakebeeper.control.faults.Faults;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.events.EventStreams;
import dev.fakebeeper.http.PipelineSettings.Answers;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import dev.fakebeeper.http.StubSteps.Asked;
import dev.fakebeeper.http.control.ControlAccess;
import dev.fakebeeper.operations.Access;
import dev.fakebeeper.operations.Admission;
import dev.fakebeeper.operations.Call;
import dev.fakebeeper.operations.CompatibilityRules;
import dev.fakebeeper.operations.OperationRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happens to one request, from its operation to its answer. Knows nothing of sockets. Holds no
 * state of its own; thread-safe.
 */
public final class Pipeline {
  private final Contract contract;
  private final CompatibilityRules oldForms;
  private final Access access;
  private final FakeWorlds worlds;
  private final ExchangeLog log;
  private final OperationRegistry operations;
  private final PipelineSettings settings;
  private final Refusals refusals;
  private final FaultSteps faultSteps;
  private final ReplaySteps replay;
  private final StubOverlay overlay;
  private final StubSteps stubSteps;

  /** A pipeline over one contract and those who may call and answer. */
  public Pipeline(
      Contract contract, Callers callers, OperationRegistry operations, PipelineSettings settings) {
    this.contract = contract;
    var oldForms = CompatibilityRules.of(contract).without(settings.refusedOldForms());
    this.oldForms = settings.strictness() == Strictness.STRICT ? oldForms.strict() : oldForms;
    this.access = callers.access();
    this.worlds = callers.worlds();
    this.log = new ExchangeLog(access, worlds);
    this.operations = operations;
    this.settings = settings;
    this.refusals = new Refusals(settings);
    var room = new HoldingRoom();
    this.replay = new ReplaySteps(contract, worlds, room);
    this.faultSteps = new FaultSteps(contract, refusals, room);
    this.overlay = callers.stubs();
    this.stubSteps = new StubSteps(contract, overlay, room);
  }

  /**
   * Who may call, and what a test holds of the world a caller lands in.
   *
   * @param worlds those of the same server
   * @param stubs those of the same worlds
   */
  public record Callers(Access access, FakeWorlds worlds, StubOverlay stubs) {}

  /** Answers a request. Never throws: what fails is an answer too. */
  Outcome answer(Arrival arrival) {
    var request = oldForms.rewrite(arrival.request());
    var exchange = new OpenExchange(arrival.request());
    var outcome = outcome(arrival, request, exchange);
    log.write(exchange, outcome);
    return outcome;
  }

  private Outcome outcome(Arrival arrival, ApiRequest request, OpenExchange exchange) {
    try {
      return process(arrival, request, exchange);
    } catch (RuntimeException failure) {
      return refusals.failed(request, failure);
    }
  }

  /**
   * The order of the steps is a decision: a caller without a token learns nothing about the body he
   * sent, as in the real server, and only what keeps the contract reaches the world.
   */
  private Outcome process(Arrival arrival, ApiRequest request, OpenExchange exchange) {
    var routing = contract.route(request.method(), request.rawPath());
    if (!(routing instanceof Routing.Found found)) {
      return unrouted(arrival, routing);
    }
    exchange.routed(found);
    var operation = found.operation();

    var admission = access.admit(operation, request);
    if (admission instanceof Admission.Refused refused) {
      return refusals.notAdmitted(operation, refused);
    }
    var session = ((Admission.Granted) admission).session();

    var fault = arrival.fault();
    if (fault != null) {
      return refusals.unreadable(found, fault);
    }
    var checked = contract.checkRequest(operation, found.pathParameters(), request);
    var world = worlds.find(session.worldName());
    if (!passes(checked, world)) {
      return refusals.invalid(operation, checked);
    }

    var call = new Call(operation, checked, request, session, arrival.baseUrl());
    if (world.isEmpty()) {
      return answerOf(call);
    }
    Supplier<Outcome> answer = () -> answerOf(call, arrival.request(), world.get());
    var faults = world.get().faults();
    return faults.isEmpty()
        ? answer.get()
        : withFaults(answer, new FaultCall(operation, found.pathParameters(), checked), faults);
  }

  /** What the contract does not know, a stub mapping may, if it says so, or a recording. */
  private Outcome unrouted(Arrival arrival, Routing routing) {
    return log.worldOf(arrival.request())
        .flatMap(world -> unrouted(arrival, world))
        .orElseGet(() -> refusals.unrouted(arrival.request(), routing));
  }

  private Optional<Outcome> unrouted(Arrival arrival, FakeWorld world) {
    var request = arrival.request();
    var stubbed = stubSteps.answer(new Asked(request, arrival.baseUrl(), null, world));
    return stubbed.isPresent() || !world.isReplaying()
        ? stubbed
        : replay.answerUnrouted(request, arrival.baseUrl(), world);
  }

  /** A call counts for every fault that it matches; the one that takes it decides what is sent. */
  private Outcome withFaults(Supplier<Outcome> answer, FaultCall asFault, Faults faults) {
    return faults
        .take(asFault)
        .map(taken -> faultSteps.answer(taken, faults, answer))
        .orElseGet(answer);
  }

  /** A stub mapping goes before the operation, and before a recording. */
  private Outcome answerOf(Call call, ApiRequest asked, FakeWorld world) {
    return stubSteps
        .answer(new Asked(asked, call.baseUrl(), call.operation(), world))
        .map(outcome -> outcome.withWarnings(call.request().warnings()))
        .orElseGet(() -> world.isReplaying() ? replay.answer(call, asked, world) : answerOf(call));
  }

  private Outcome answerOf(Call call) {
    var outcome = perform(call);
    var violations = contract.checkResponse(call.operation(), outcome.response());
    if (!violations.isEmpty()) {
      return refusals.brokenAnswer(call.operation(), violations);
    }
    return Explanations.on(outcome.withWarnings(call.request().warnings()), call);
  }

  /** What an app took once, a recording of it takes again. */
  private boolean passes(CheckedRequest checked, Optional<FakeWorld> world) {
    return settings.strictness() == Strictness.LENIENT
        ? checked.isValid() || world.filter(FakeWorld::isReplaying).isPresent()
        : checked.isValid() && checked.warnings().isEmpty();
  }

  private Outcome perform(Call call) {
    var stateful =
        settings.answers() == Answers.STATEFUL && operations.isStateful(call.operation().id());
    return stateful
        ? Outcome.of(operations.answer(call), Origin.FAKE)
        : Outcome.of(contract.example(call.operation()), Origin.EXAMPLE);
  }

  /** The bytes allowed for the body of a request, by its method and raw path. */
  long bodyLimit(String method, String rawPath) {
    var limits = settings.limits();
    return ControlRoutes.isLarge(rawPath)
        ? limits.upload()
        : limits.of(contract.route(method, rawPath));
  }

  /** The WebSocket under the same rules of access, if the contract has one. */
  Optional<SocketRoutes> socketRoutes(EventStreams streams, String desktopVersion) {
    return contract
        .webSocket()
        .map(
            socket ->
                new SocketRoutes(
                    socket,
                    new SocketGate(socket, access, refusals, log, replay),
                    streams,
                    desktopVersion));
  }

  /** Where what the edge answers by itself is written too. */
  ExchangeLog log() {
    return log;
  }

  /** What is refused while an application is recorded. */
  Refusals refusals() {
    return refusals;
  }

  /** The path of the WebSocket, if the contract has one. */
  Optional<String> socketPath() {
    return contract.webSocket().map(socket -> socket.upgrade().path());
  }

  FakeWorlds worlds() {
    return worlds;
  }

  /** Whose stub mappings whoever asks is about. */
  StubAdmin stubAdmin(ControlAccess control) {
    return new StubAdmin(control, access, overlay);
  }

  BodyLimits limits() {
    return settings.limits();
  }
}
