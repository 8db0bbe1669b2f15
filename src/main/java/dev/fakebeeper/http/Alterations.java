package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.JsonEdits;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Rewritten;
import dev.fakebeeper.control.faults.FaultEffect;
import java.nio.charset.StandardCharsets;

/** Alters good answers of one operation before they leave. */
final class Alterations {
  private final Contract contract;
  private final Operation operation;

  Alterations(Contract contract, Operation operation) {
    this.contract = contract;
    this.operation = operation;
  }

  /** Whether an altered answer still has to keep the contract. */
  enum Law {
    KEPT,
    BROKEN
  }

  /**
   * An answer after it was altered.
   *
   * @param remark what there is to say about it, a sentence after a space, or empty
   */
  record Altered(ApiResponse response, Delivery delivery, Law law, String remark) {

    private static Altered of(ApiResponse response, Law law, String remark) {
      return new Altered(response, Delivery.WHOLE, law, remark);
    }

    private static Altered untouched(ApiResponse response) {
      return of(response, Law.KEPT, " The answer has nothing to alter, so it went out as it is.");
    }
  }

  Altered of(FaultEffect.Altering effect, ApiResponse answer) {
    if (effect instanceof FaultEffect.Vary vary) {
      var law = vary.wish().variation().keepsContract() ? Law.KEPT : Law.BROKEN;
      return rewritten(contract.vary(operation, answer, vary.wish()), law);
    }
    if (effect instanceof FaultEffect.Rewrite rewrite) {
      return rewritten(JsonEdits.apply(answer, rewrite.edits()), Law.BROKEN);
    }
    if (effect instanceof FaultEffect.OtherHeaders headers) {
      return otherHeaders(answer, headers);
    }
    if (effect instanceof FaultEffect.ContentType other) {
      return contentType(answer, other.type());
    }
    if (effect instanceof FaultEffect.Malform) {
      return malformed(answer);
    }
    throw new AssertionError("no way to alter: " + effect);
  }

  private static Altered rewritten(Rewritten<ApiResponse> rewritten, Law law) {
    if (rewritten.changes().isEmpty()) {
      return Altered.untouched(rewritten.message());
    }
    var remark = " Changed: " + String.join("; ", rewritten.summary()) + ".";
    var unmatched = rewritten.unmatched();
    return Altered.of(
        rewritten.message(),
        law,
        unmatched.isEmpty()
            ? remark
            : remark + " Not found: " + String.join(", ", unmatched) + ".");
  }

  private static Altered otherHeaders(ApiResponse answer, FaultEffect.OtherHeaders effect) {
    var changed =
        new ApiResponse(answer.status(), answer.headers().without(effect.removed()), answer.body());
    for (var header : effect.set().entrySet()) {
      changed = changed.with(header.getKey(), header.getValue());
    }
    return new Altered(changed, FaultDeliveries.without(effect.removed()), Law.BROKEN, "");
  }

  private static Altered contentType(ApiResponse answer, String type) {
    var body = answer.body();
    if (body instanceof Body.Empty) {
      return Altered.untouched(answer);
    }
    var renamed =
        body instanceof Body.Stream stream
            ? new Body.Stream(type, stream.length(), stream.source())
            : new Body.Text(type, text(body));
    return Altered.of(new ApiResponse(answer.status(), answer.headers(), renamed), Law.BROKEN, "");
  }

  /** The beginning of a JSON object or array is never JSON itself. */
  private static Altered malformed(ApiResponse answer) {
    var body = answer.body();
    if (body instanceof Body.Empty || body instanceof Body.Stream) {
      return Altered.untouched(answer);
    }
    var text = text(body);
    var half =
        new Body.Text(ResponseWriter.contentType(body), text.substring(0, text.length() / 2));
    return Altered.of(new ApiResponse(answer.status(), answer.headers(), half), Law.BROKEN, "");
  }

  private static String text(Body body) {
    return new String(ResponseWriter.bytes(body), StandardCharsets.UTF_8);
  }
}
