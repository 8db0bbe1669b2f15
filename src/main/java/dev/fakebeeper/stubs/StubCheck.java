package dev.fakebeeper.stubs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.Operation;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Violation;
import dev.fakebeeper.contract.Violation.Where;
import dev.fakebeeper.stubs.StubException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds a mapping against the contract before it is taken: whether an operation can ever be
 * answered by it, and whether its answer, as far as it is known beforehand, keeps the contract. A
 * mapping whose metadata says that it breaks the contract on purpose is not held against it.
 * Thread-safe.
 */
final class StubCheck {
  private final Supplier<Contract> contract;

  StubCheck(Supplier<Contract> contract) {
    this.contract = contract;
  }

  /** What is wrong with a mapping; empty when nothing is. */
  Optional<Mistake> mistake(JsonNode mapping, StubFiles files) {
    if (isOnPurpose(mapping)) {
      return Optional.empty();
    }
    var target = StubTarget.of(mapping.path("request"));
    if (target.isEmpty()) {
      return Optional.empty(); // a pattern: what it answers is held against the contract in use
    }
    var operations = operations(target.get());
    if (operations.isEmpty()) {
      return Optional.of(unreachable(target.get()));
    }
    return KnownAnswer.of(mapping.path("response"), files)
        .flatMap(answer -> broken(operations, answer));
  }

  /** Whether the author says that it breaks the contract. */
  static boolean isOnPurpose(JsonNode mapping) {
    return mapping.path("metadata").path("fakeBeeper").path("breaksContract").asBoolean();
  }

  private List<Operation> operations(StubTarget target) {
    var found = new ArrayList<Operation>();
    for (var method : methods(target)) {
      if (contract.get().route(method, target.path()) instanceof Routing.Found match) {
        found.add(match.operation());
      }
    }
    return found;
  }

  private List<String> methods(StubTarget target) {
    return target.isAnyMethod()
        ? contract.get().operations().stream().map(Operation::method).distinct().toList()
        : List.of(target.method());
  }

  /** An answer for several operations is good when it is for one of them. */
  private Optional<Mistake> broken(List<Operation> operations, KnownAnswer answer) {
    var all = new LinkedHashMap<Operation, List<Violation>>();
    for (var operation : operations) {
      var violations = contract.get().checkResponse(operation, answer.response());
      if (violations.isEmpty()) {
        return Optional.empty();
      }
      all.put(operation, violations);
    }
    var first = all.entrySet().iterator().next();
    return Optional.of(broken(first.getKey(), first.getValue().get(0), answer));
  }

  private static Mistake broken(Operation operation, Violation violation, KnownAnswer answer) {
    return new Mistake(
        Reason.BREAKS_CONTRACT,
        pointer(violation, answer),
        "This answer to %s breaks the contract: %s: expected %s, got %s"
            .formatted(
                operation.id(),
                (violation.where() + " " + violation.pointer()).strip(),
                violation.expected(),
                violation.got()),
        "The rule stands in %s:%d".formatted(violation.document(), violation.line()),
        violation.fix().replaceFirst("\\.$", "")
            + ". If it is meant so, say \"metadata\": {\"fakeBeeper\": {\"breaksContract\": true}} in the mapping");
  }

  private static String pointer(Violation violation, KnownAnswer answer) {
    if (violation.where() == Where.RESPONSE_BODY) {
      return answer.bodyPointer() + (answer.isTree() ? violation.pointer() : "");
    }
    return violation.where() == Where.STATUS ? "/response/status" : "/response/headers";
  }

  private Mistake unreachable(StubTarget target) {
    var method = target.isAnyMethod() ? "GET" : target.method();
    var nearest =
        contract.get().route(method, target.path()) instanceof Routing.Unknown unknown
            ? unknown.nearest()
            : Optional.<Operation>empty();
    var hint =
        nearest
            .map(near -> "Did you mean %s %s? ".formatted(near.method(), near.path()))
            .orElse("");
    return new Mistake(
        Reason.UNREACHABLE,
        "/request",
        "No operation of the contract is %s %s".formatted(target.method(), target.path()),
        "A stub mapping answers in place of an operation, so this one never would",
        hint
            + "For a call outside the contract say \"metadata\": {\"fakeBeeper\": {\"breaksContract\": true}} in the mapping");
  }
}
