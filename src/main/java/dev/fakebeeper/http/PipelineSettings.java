package dev.fakebeeper.http;

import java.util.Set;

/**
 * What the pipeline lets pass and who answers.
 *
 * @param strictness what becomes of things that the real server ignores
 * @param answers where answers come from
 * @param validationStatus the status for a request that breaks the contract, 400 or 422
 * @param refusedOldForms the names of the compatibility rules that do not hold
 * @param limits how large a body may be
 */
public record PipelineSettings(
    Strictness strictness,
    Answers answers,
    int validationStatus,
    Set<String> refusedOldForms,
    BodyLimits limits) {

  /** Copies the names. */
  public PipelineSettings {
    refusedOldForms = Set.copyOf(refusedOldForms);
  }

  /** What becomes of parameters and members that the contract does not name. */
  public enum Strictness {
    /** They pass, as in the real server; the diagnosis header names them. */
    LENIENT,
    /** They are violations. */
    STRICT
  }

  /** Where answers come from. */
  public enum Answers {
    /** From the state of the world; examples for operations of a document of the user's own. */
    STATEFUL,
    /** Always an example of the contract, whatever the ids are. */
    EXAMPLES
  }
}
