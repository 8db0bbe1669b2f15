package dev.fakebeeper.http.control;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.FakeWorlds;
import dev.fakebeeper.control.Refusal;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.control.state.StateException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control API: checks a request against its document, lets the resource answer, checks the
 * answer. Stricter than the vendor's API: what the document does not name is refused. The document
 * is read by the first call, because most runs never make one. Thread-safe.
 */
public final class ControlApi {
  private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);

  private final FakeWorlds worlds;
  private final ControlAccess access;

  /** The API over the worlds of a server. */
  public ControlApi(FakeWorlds worlds, ControlAccess access) {
    this.worlds = worlds;
    this.access = access;
  }

  /** Read once in a JVM, by the first call. */
  private static final class Loaded {
    static final Contract CONTRACT = Contract.bundled("control-openapi.yaml");
    static final ControlTable TABLE = ControlTable.complete();
  }

  /** The document; read now unless it was already. */
  static Contract contract() {
    return Loaded.CONTRACT;
  }

  /**
   * Why whoever sends a request may not use the control API, as an answer; empty when he may. Asked
   * before the body is read.
   *
   * @param head the request without its body
   */
  public Optional<ApiResponse> refusal(ApiRequest head) {
    return access.refusal(head).map(ControlApi::tell);
  }

  /**
   * Answers a request of a caller who is not refused, for a path of the control API. Never throws:
   * what fails is an answer too.
   *
   * @param baseUrl the URL under which the caller reached the server, without a slash at the end
   */
  public ApiResponse answer(ApiRequest request, String baseUrl) {
    try {
      return process(request, baseUrl);
    } catch (RuntimeException failure) {
      return failed(request, failure);
    }
  }

  private ApiResponse process(ApiRequest request, String baseUrl) {
    var contract = contract();
    var routing = contract.route(request.method(), request.rawPath());
    if (!(routing instanceof Routing.Found found)) {
      return unrouted(request, routing);
    }
    var operation = found.operation();
    var checked = contract.checkRequest(operation, found.pathParameters(), request);
    var violations =
        Stream.concat(checked.violations().stream(), checked.warnings().stream()).toList();
    if (!violations.isEmpty()) {
      return tell(Problem.broken(describe(operation), violations));
    }
    var response = perform(request, baseUrl, operation, checked);
    var broken = contract.checkResponse(operation, response);
    return broken.isEmpty() ? response : brokenAnswer(operation, broken);
  }

  private ApiResponse perform(
      ApiRequest request, String baseUrl, Operation operation, CheckedRequest checked) {
    var server = new ControlCall.Server(worlds, contract());
    var call = new ControlCall(server, operation, checked, request, baseUrl);
    try {
      return Loaded.TABLE.get(operation.id()).handle(call);
    } catch (ProblemException refused) {
      return tell(refused.problem());
    } catch (StateException mistakes) {
      return tell(Problem.of(mistakes));
    } catch (RuntimeException exception) {
      var refusal = Refusal.of(exception);
      if (refusal.isEmpty()) {
        throw exception;
      }
      return tell(Problem.of(refusal.get()));
    }
  }

  private static ApiResponse unrouted(ApiRequest request, Routing routing) {
    var asked = request.method() + " " + request.rawPath();
    if (routing instanceof Routing.MethodNotAllowed wrong) {
      var allowed = String.join(", ", wrong.allowed());
      var problem =
          Problem.of(
              405,
              DiagnosisCode.CONTROL_METHOD_UNKNOWN,
              "The control API has no %s: this path has only %s.".formatted(asked, allowed),
              "Did you mean " + describe(wrong.nearest()) + "?");
      return tell(problem).with("Allow", allowed);
    }
    var near =
        routing instanceof Routing.Unknown unknown
            ? unknown.nearest()
            : Optional.<Operation>empty();
    var fix =
        near.map(operation -> "The nearest is " + describe(operation) + ".")
            .orElse("GET /__control/openapi.yaml lists all there is.");
    return tell(
        Problem.of(
            404,
            DiagnosisCode.CONTROL_ROUTE_UNKNOWN,
            "The control API has no %s.".formatted(asked),
            fix));
  }

  private static String describe(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  private static ApiResponse tell(Problem problem) {
    LOG.warn(problem.diagnosis().headerValue());
    return problem.toResponse();
  }

  private static ApiResponse brokenAnswer(Operation operation, List<Violation> violations) {
    var subject =
        "fake-beeper's own answer to %s breaks the document of the control API. This is a bug of fake-beeper."
            .formatted(operation.id());
    var text = Diagnosis.of(DiagnosisCode.RESPONSE_INVALID, subject, violations).text();
    var problem = Problem.of(500, DiagnosisCode.RESPONSE_INVALID, text, null);
    LOG.error(problem.diagnosis().headerValue());
    return problem.toResponse();
  }

  private static ApiResponse failed(ApiRequest request, RuntimeException failure) {
    var text =
        "fake-beeper failed on %s %s: %s. This is a bug of fake-beeper; its log has the stack trace."
            .formatted(request.method(), request.rawPath(), failure);
    var problem = Problem.of(500, DiagnosisCode.INTERNAL_ERROR, text, null);
    LOG.error(problem.diagnosis().headerValue(), failure);
    return problem.toResponse();
  }
}
