package dev.fakebeeper.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing of a contract that a client can exercise.
 *
 * @param dimension what kind of thing
 * @param subject what it belongs to: an operationId, the name of a schema, or nothing for what
 *     belongs to the API as a whole
 * @param name its name there: a status, {@code query limit}, the JSON pointer of a member with
 *     {@code *} for any item, {@code /type = single} for a value or a branch at a pointer; unique
 *     with dimension and subject
 */
public record Coverable(Dimension dimension, String subject, String name) {

  /** What can be counted by itself. The order is that of reports. */
  public enum Dimension {
    /** Operations that were called, the WebSocket's upgrade among them. */
    OPERATIONS,
    /** Statuses that an operation has answered. */
    STATUSES,
    /** Parameters that were sent. */
    PARAMETERS,
    /** Enumerated values of parameters that were sent. */
    PARAMETER_VALUES,
    /** Members of request bodies that were sent. */
    BODY_MEMBERS,
    /** Enumerated values in request bodies that were sent. */
    BODY_VALUES,
    /** Branches of unions in request bodies that were sent. */
    BODY_BRANCHES,
    /** Enumerated values in answers and events that the client got. */
    ANSWER_VALUES,
    /** Branches of unions in answers and events that the client got. */
    ANSWER_BRANCHES,
    /** Codes of errors that the client got, among those that the contract shows. */
    ERROR_CODES,
    /** Types of frames that the client got on a socket. */
    EVENTS,
    /** Commands that the client sent on a socket. */
    COMMANDS;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The dimension as people write it, such as {@code body-members}. */
    public String text() {
      return text;
    }

    /** The dimension that people write so. */
    public static Optional<Dimension> find(String text) {
      return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
  }
}
