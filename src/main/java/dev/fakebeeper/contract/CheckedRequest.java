package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been held against its operation.
 *
 * @param violations what breaks the contract; empty for a good request
 * @param warnings what the contract does not know but the real server ignores: query parameters and
 *     body members of other names, a missing Content-Type; a strict caller treats them as
 *     violations
 * @param parameters the parameters, decoded and typed, with the defaults of the contract; one that
 *     violates the contract is absent or has its default
 * @param body the body as JSON (a form body as the object it stands for, a multipart body as the
 *     object of its plain fields), null when there is none or it could not be read
 * @param parts the parts of a multipart body, empty for any other body
 */
public record CheckedRequest(
    List<Violation> violations,
    List<Violation> warnings,
    Parameters parameters,
    @Nullable JsonNode body,
    List<BodyPart> parts) {

  /** Copies the lists. */
  public CheckedRequest {
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
    parts = List.copyOf(parts);
  }

  /** Whether the request keeps the contract, warnings aside. */
  public boolean isValid() {
    return violations.isEmpty();
  }
}
