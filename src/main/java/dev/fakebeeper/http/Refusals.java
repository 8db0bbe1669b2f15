package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.CheckedRequest;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.journal.Blame;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.http.Arrival.BodyFault;
import dev.fakebeeper.http.Arrival.BrokenMultipart;
import dev.fakebeeper.http.Arrival.CutOff;
import dev.fakebeeper.http.Arrival.TooLarge;
import dev.fakebeeper.http.PipelineSettings.Strictness;
import dev.fakebeeper.operations.Admission;
import dev.fakebeeper.operations.ApiError;
import dev.fakebeeper.operations.OAuthRefusals;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of the pipeline itself. Each speaks to two readers: the body to the client, in the
 * vendor's words; the header and the log to the developer.
 */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final PipelineSettings settings;

  Refusals(PipelineSettings settings) {
    this.settings = settings;
  }

  /** The vendor does not tell a wrong method from a wrong path: both are 404. */
  Outcome unrouted(ApiRequest request, Routing routing) {
    var error = ApiError.unknownRoute(request.method(), request.rawPath());
    return tell(error, routingDiagnosis(request, routing));
  }

  private static Diagnosis routingDiagnosis(ApiRequest request, Routing routing) {
    var asked = request.method() + " " + request.rawPath();
    if (routing instanceof Routing.Newer newer) {
      var text =
          "%s is %s, which exists since %s, and this fake is %s. The client must get along without it, or the fake must be a newer build: --api-version."
              .formatted(asked, newer.operation().id(), newer.operation().since(), newer.asked());
      return new Diagnosis(DiagnosisCode.ROUTE_UNKNOWN, text);
    }
    if (routing instanceof Routing.MethodNotAllowed wrongMethod) {
      var text =
          "%s: this path has no %s, only %s. Did you mean %s?"
              .formatted(
                  asked,
                  request.method(),
                  String.join(", ", wrongMethod.allowed()),
                  describe(wrongMethod.nearest()));
      return new Diagnosis(DiagnosisCode.METHOD_UNKNOWN, text);
    }
    var hint =
        routing instanceof Routing.Unknown unknown && unknown.nearest().isPresent()
            ? "The nearest is " + describe(unknown.nearest().get()) + ". Correct the path."
            : "Nothing in the contract is like it. Correct the path; GET /v1/spec lists them all.";
    return new Diagnosis(
        DiagnosisCode.ROUTE_UNKNOWN, "No operation matches " + asked + ". " + hint);
  }

  private static String describe(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  Outcome notAdmitted(Operation operation, Admission.Refused refused) {
    var text = "%s refused the caller: %s.".formatted(operation.id(), refused.why());
    return tell(operation, refused.error(), new Diagnosis(DiagnosisCode.TOKEN_REFUSED, text));
  }

  Outcome unreadable(Routing.Found found, BodyFault fault) {
    if (fault instanceof TooLarge tooLarge) {
      return tooLarge(found, tooLarge.limit());
    }
    return fault instanceof CutOff cutOff
        ? cutOff(found, cutOff.reason())
        : brokenMultipart(found, ((BrokenMultipart) fault).reason());
  }

  /** The same for a request that was on its way to another server. */
  Outcome notForwarded(String name, BodyFault fault) {
    if (fault instanceof TooLarge tooLarge) {
      var text =
          "%s: the body is larger than %d bytes, so it was not handed on. Send less, or raise the limit of the recorder."
              .formatted(name, tooLarge.limit());
      return tell(
          ApiError.tooLarge(tooLarge.limit()), new Diagnosis(DiagnosisCode.BODY_TOO_LARGE, text));
    }
    var text = "%s: the body ended before its end, so it was not handed on.".formatted(name);
    return tell(ApiError.cutOff(), new Diagnosis(DiagnosisCode.HTTP_BROKEN, text));
  }

  private Outcome cutOff(Routing.Found found, String reason) {
    var text =
        "%s: the body ended before its end (%s). Send the bytes that the head of the request announces."
            .formatted(found.operation().id(), reason);
    return tell(
        found.operation(), ApiError.cutOff(), new Diagnosis(DiagnosisCode.HTTP_BROKEN, text));
  }

  private Outcome brokenMultipart(Routing.Found found, String reason) {
    var violation =
        new Violation(
            "multipart",
            Violation.Where.REQUEST_BODY,
            "",
            "a multipart/form-data body",
            reason,
            0,
            "Let the HTTP library write the body and its boundary.");
    var diagnosis =
        Diagnosis.of(
            DiagnosisCode.MULTIPART_BROKEN, found.operation().id() + ":", List.of(violation));
    return tell(ApiError.validation(settings.validationStatus(), List.of(violation)), diagnosis)
        .withViolations(List.of(violation));
  }

  /** An upload that fails answers 200 with an error inside (source: the shape of the document). */
  private Outcome tooLarge(Routing.Found found, long limit) {
    var text =
        "%s: the body is larger than %d bytes. Send less, or raise the limit of the fake."
            .formatted(found.operation().id(), limit);
    var diagnosis = new Diagnosis(DiagnosisCode.BODY_TOO_LARGE, text);
    if (!BodyLimits.isUpload(found)) {
      return tell(found.operation(), ApiError.tooLarge(limit), diagnosis);
    }
    LOG.warn(diagnosis.headerValue());
    var body = JsonNodeFactory.instance.objectNode();
    body.put("error", "File is larger than " + limit + " bytes");
    return Outcome.refusal(ApiResponse.ok(body), diagnosis);
  }

  Outcome invalid(Operation operation, CheckedRequest checked) {
    var all =
        settings.strictness() == Strictness.STRICT
            ? Stream.concat(checked.violations().stream(), checked.warnings().stream()).toList()
            : checked.violations();
    var violations = OAuthRefusals.withoutSecrets(operation, all);
    var subject = "%s: the request breaks the contract.".formatted(describe(operation));
    var diagnosis = Diagnosis.of(DiagnosisCode.REQUEST_INVALID, subject, violations);
    var response =
        OAuthRefusals.invalid(operation, violations)
            .orElseGet(
                () -> ApiError.validation(settings.validationStatus(), violations).toResponse());
    return tell(response, diagnosis).withViolations(violations);
  }

  /** A fault of ours, told loudly: a test must not pass on an answer that no real server gives. */
  Outcome brokenAnswer(Operation operation, List<Violation> violations) {
    var subject =
        "fake-beeper's own answer to %s breaks the contract. This is a bug of fake-beeper, or the contract given by --contract asks for more than it knows."
            .formatted(operation.id());
    var told = Diagnosis.of(DiagnosisCode.RESPONSE_INVALID, subject, violations);
    var diagnosis = isBundled(violations) ? told : told.blaming(Blame.CONTRACT);
    LOG.error(diagnosis.headerValue());
    return Outcome.refusal(ApiError.internal(diagnosis.text()).toResponse(), diagnosis)
        .withViolations(violations);
  }

  /** A document of the user's own goes by its path. */
  private static boolean isBundled(List<Violation> violations) {
    return violations.stream().allMatch(violation -> violation.document().equals("openapi.yaml"));
  }

  Outcome failed(ApiRequest request, RuntimeException failure) {
    var text =
        "fake-beeper failed on %s %s: %s. This is a bug of fake-beeper; its log has the stack trace."
            .formatted(request.method(), request.rawPath(), failure);
    var diagnosis = new Diagnosis(DiagnosisCode.INTERNAL_ERROR, text);
    LOG.error(diagnosis.headerValue(), failure);
    return Outcome.refusal(ApiError.internal("Internal server error").toResponse(), diagnosis);
  }

  private static Outcome tell(ApiError error, Diagnosis diagnosis) {
    return tell(error.toResponse(), diagnosis);
  }

  private static Outcome tell(Operation operation, ApiError error, Diagnosis diagnosis) {
    return tell(OAuthRefusals.of(operation, error).orElseGet(error::toResponse), diagnosis);
  }

  private static Outcome tell(ApiResponse response, Diagnosis diagnosis) {
    LOG.warn(diagnosis.headerValue());
    return Outcome.refusal(response, diagnosis);
  }
}
