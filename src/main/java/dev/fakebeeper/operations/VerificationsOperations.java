package dev.fakebeeper.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.world.Transaction;
import dev.fakebeeper.world.Verification;
import dev.fakebeeper.world.Verification.Purpose;
import dev.fakebeeper.world.VerificationRules;
import dev.fakebeeper.world.json.VerificationJson;
import java.util.Objects;
import java.util.function.BiFunction;

/** Verifications of devices. Thread-safe: all state is in the world. */
final class VerificationsOperations {

  /** Those that are pending or running, the oldest first (the order is assumed). */
  ApiResponse list(Call call) {
    var answer = JsonNodeFactory.instance.objectNode();
    var items = answer.putArray("items");
    VerificationRules.running(call.state()).forEach(one -> items.add(VerificationJson.of(one)));
    return ApiResponse.ok(answer);
  }

  /** Begins one; 200, not 201 (documented). */
  ApiResponse create(Call call) {
    var fields = new BodyFields(call.body());
    var purpose = "login".equals(fields.text("purpose")) ? Purpose.LOGIN : Purpose.DEVICE;
    var userId = fields.filledText("userID");
    return answer(call, call.world().change(tx -> VerificationRules.create(tx, purpose, userId)));
  }

  /** One, also one that has ended. */
  ApiResponse get(Call call) {
    return answer(call, call.state().setup().requireVerification(id(call)));
  }

  /** Takes what another device asks for. */
  ApiResponse accept(Call call) {
    return act(call, VerificationRules::accept);
  }

  /** Gives up. */
  ApiResponse cancel(Call call) {
    var fields = new BodyFields(call.body());
    var why =
        new Verification.Failure(
            Objects.requireNonNullElse(fields.filledText("code"), "m.user"),
            Objects.requireNonNullElse(fields.filledText("reason"), "The user cancelled"));
    return act(call, (tx, id) -> VerificationRules.cancel(tx, id, why));
  }

  /** Takes the code that the other device shows; the data say which verification it is about. */
  ApiResponse scan(Call call) {
    var data = call.body().path("data").asText();
    return answer(call, call.world().change(tx -> VerificationRules.scan(tx, data)));
  }

  /** The other device has scanned what this one shows. */
  ApiResponse confirmScanned(Call call) {
    return act(call, VerificationRules::confirmScanned);
  }

  /** Begins to compare. */
  ApiResponse startSas(Call call) {
    return act(call, VerificationRules::startSas);
  }

  /** What is compared is the same. */
  ApiResponse confirmSas(Call call) {
    return act(call, VerificationRules::confirmSas);
  }

  private static ApiResponse act(Call call, BiFunction<Transaction, String, Verification> action) {
    return answer(call, call.world().change(tx -> action.apply(tx, id(call))));
  }

  /** As it is by now: a device that takes no time has done its part already. */
  private static ApiResponse answer(Call call, Verification verification) {
    var setup = call.state().setup();
    var now = setup.verifications().getOrDefault(verification.id(), verification);
    var answer = JsonNodeFactory.instance.objectNode();
    answer.set("session", SetupOperations.session(call));
    answer.set("verification", VerificationJson.of(now));
    return ApiResponse.ok(answer);
  }

  private static String id(Call call) {
    return call.parameters().path("verificationID");
  }
}
