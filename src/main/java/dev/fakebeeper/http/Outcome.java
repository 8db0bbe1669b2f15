package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.control.journal.Diagnosis;
import dev.fakebeeper.control.journal.Origin;
import dev.fakebeeper.control.journal.Sent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline answered a request, and what it has to say about it.
 *
 * @param response the answer, with the diagnosis in its header if there is one
 * @param violations how the request or the fake's own answer breaks the contract
 * @param warnings what the contract does not know but the real server ignores
 * @param fault the planned fault that had a hand in it, null for none
 * @param delivery how the answer goes out
 * @param sent how much of the answer goes out that way
 */
@RecordBuilder
record Outcome(
    ApiResponse response,
    Origin origin,
    @Nullable Diagnosis diagnosis,
    List<Violation> violations,
    List<Violation> warnings,
    @Nullable String fault,
    Delivery delivery,
    Sent sent)
    implements OutcomeBuilder.With {

  /** An answer that nothing is to be said about. */
  static Outcome of(ApiResponse response, Origin origin) {
    return new Outcome(
        response, origin, null, List.of(), List.of(), null, Delivery.WHOLE, Sent.WHOLE);
  }

  /** A refusal with its reason. */
  static Outcome refusal(ApiResponse response, Diagnosis diagnosis) {
    return of(diagnosis.on(response), Origin.REFUSAL).withDiagnosis(diagnosis);
  }

  /** This answer, of which the client gets nothing. */
  Outcome keptBack(Delivery how) {
    return withDelivery(how).withSent(Sent.NOTHING);
  }

  /** This answer with a diagnosis in its header. */
  Outcome explained(Diagnosis why) {
    return withResponse(why.on(response)).withDiagnosis(why);
  }
}
