package dev.fakebeeper.control;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.world.WorldException;
import java.util.Optional;

/**
 * Why control did not do something; nothing has changed.
 *
 * @param reason the kind
 * @param message for people
 */
public record Refusal(Reason reason, String message) {

  /** The kinds of refusal. */
  public enum Reason {
    /** Something that was named does not exist. */
    NOT_FOUND,
    /** The request clashes with the present state. */
    CONFLICT,
    /** The request makes no sense, whatever the state is. */
    INVALID,
    /** The network or the chat does not do this. */
    UNSUPPORTED
  }

  /** What an exception of control means; empty for one that is a fault of the fake. */
  public static Optional<Refusal> of(RuntimeException exception) {
    var message = String.valueOf(exception.getMessage());
    if (exception instanceof WorldException refused) {
      return Optional.of(new Refusal(of(refused.reason()), message));
    }
    return exception instanceof SourceException
        ? Optional.of(new Refusal(Reason.INVALID, message))
        : Optional.empty();
  }

  private static Reason of(WorldException.Reason reason) {
    return switch (reason) {
      case NOT_FOUND -> Reason.NOT_FOUND;
      case INVALID -> Reason.INVALID;
      case CONFLICT -> Reason.CONFLICT;
      case UNSUPPORTED, FORBIDDEN, UPSTREAM -> Reason.UNSUPPORTED;
    };
  }
}
