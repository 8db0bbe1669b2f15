package dev.fakebeeper.recording;

import java.util.Set;

/**
 * What a recorder knows of a call beside its messages.
 *
 * @param operation the operationId, empty when the contract knows none
 * @param freeMembers JSON pointers into the body of the request whose text was put in place of what
 *     the client said in words of its own (free text, a name); a replay must not compare them,
 *     because the client will say the same words again
 * @param freeParameters names of query parameters of which the same is true
 */
public record CallNotes(String operation, Set<String> freeMembers, Set<String> freeParameters) {

  /** Copies the sets. */
  public CallNotes {
    freeMembers = Set.copyOf(freeMembers);
    freeParameters = Set.copyOf(freeParameters);
  }

  /** A call that is compared in every part. */
  public static CallNotes of(String operation) {
    return new CallNotes(operation, Set.of(), Set.of());
  }
}
