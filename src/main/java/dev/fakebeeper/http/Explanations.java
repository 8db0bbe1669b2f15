package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.DiagnosisCode;
import dev.fakebeeper.operations.Call;
import dev.fakebeeper.operations.OAuthRefusals;

/** What the developer is told about an answer that the fake gave on purpose. */
final class Explanations {
  private Explanations() {}

  /** The answer, with a diagnosis when there is something to say. */
  static Outcome on(Outcome outcome, Call call) {
    var response = outcome.response();
    if (response.status() >= 400) {
      return outcome.explained(refused(response, call));
    }
    var warnings = OAuthRefusals.withoutSecrets(call.operation(), call.request().warnings());
    if (!warnings.isEmpty()) {
      var subject =
          "%s takes this, as the real server does, but the contract does not know it:"
              .formatted(call.operation().id());
      return outcome.explained(Diagnosis.of(DiagnosisCode.REQUEST_WARNING, subject, warnings));
    }
    return outcome;
  }

  private static Diagnosis refused(ApiResponse response, Call call) {
    var text =
        "%s answered %d: %s. The request keeps the contract, so ask for something that the world has, or change the state it starts from."
            .formatted(call.operation().id(), response.status(), message(response));
    return new Diagnosis(DiagnosisCode.OPERATION_REFUSED, text);
  }

  private static String message(ApiResponse response) {
    if (!(response.body() instanceof Body.Json json)) {
      return "refused";
    }
    var oauth = json.tree().path("error_description").asText("refused");
    return json.tree().path("message").asText(oauth);
  }
}
