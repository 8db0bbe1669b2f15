package dev.fakebeeper.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a request of one operation must keep. Safe for use by many threads. */
final class RequestRules {
  private final OperationPlace operation;
  private final ParameterRules parameters;
  private final @Nullable RequestBodyRule body;

  RequestRules(OperationPlace operation, CompiledSchemas rules) {
    this.operation = operation;
    parameters = new ParameterRules(operation, rules);
    var requestBody = operation.place().child("requestBody");
    body = requestBody.exists() ? new RequestBodyRule(requestBody.follow(), rules) : null;
  }

  List<Difference> differences(Map<String, String> pathParameters, ApiRequest request) {
    var checked = check(pathParameters, request);
    var findings = new Findings(checked.violations(), checked.warnings());
    return Differences.of(findings, null, Site.REQUEST_BODY);
  }

  CheckedRequest check(Map<String, String> pathParameters, ApiRequest request) {
    var findings = new Findings();
    var values = parameters.check(pathParameters, request, findings);
    var tree = body == null ? null : body.check(request, findings);
    if (body == null && request.body().length > 0) {
      findings.warnings().add(unwantedBody(request));
    }
    return new CheckedRequest(
        findings.violations(), findings.warnings(), values, tree, request.parts());
  }

  private Violation unwantedBody(ApiRequest request) {
    return Site.REQUEST_BODY.violation(
        Kind.NOT_ALLOWED, "no body", request.body().length + " bytes", operation.place());
  }
}
