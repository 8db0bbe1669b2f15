package dev.fakebeeper.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a request leads. {@code nearest} is for people only: no answer may depend on it. */
public sealed interface Routing {

  /**
   * The request is of this operation.
   *
   * @param operation the operation
   * @param pathParameters the path parameters by name, each percent-decoded once; a segment whose
   *     encoding is broken is left as it came, and {@link Contract#checkRequest} refuses it
   */
  record Found(Operation operation, Map<String, String> pathParameters) implements Routing {
    /** Copies the parameters. */
    public Found {
      pathParameters =
          pathParameters.isEmpty()
              ? Map.of()
              : Collections.unmodifiableMap(new LinkedHashMap<>(pathParameters));
    }
  }

  /**
   * The path exists, the method does not.
   *
   * @param allowed the methods of the path, upper case, in alphabetical order
   * @param nearest one of its operations
   */
  record MethodNotAllowed(List<String> allowed, Operation nearest) implements Routing {
    /** Copies the list. */
    public MethodNotAllowed {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * No operation of this version; a newer one has it.
   *
   * @param operation what a newer version would do
   * @param asked the version that was asked
   */
  record Newer(Operation operation, ApiVersion asked) implements Routing {}

  /**
   * No operation has this path.
   *
   * @param nearest the operation whose path differs least, empty when none is close
   */
  record Unknown(Optional<Operation> nearest) implements Routing {}
}
