package dev.fakebeeper.world;

/**
 * A rule of the world that a call broke. Nothing was changed. One exception type; the reason is a
 * closed family that the operations turn into the vendor's errors.
 */
public final class WorldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** A chat, message, account, upload or person does not exist. */
    NOT_FOUND,
    /** The request is against a rule that holds whatever the state is. */
    INVALID,
    /** The request clashes with the present state; another order of calls would work. */
    CONFLICT,
    /** The network or the chat does not do this. */
    UNSUPPORTED,
    /** The owner may not do this. */
    FORBIDDEN,
    /** The network or bridge behind the app failed. */
    UPSTREAM
  }

  private final Reason reason;

  private WorldException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The message of this exception, never null. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** Something does not exist: {@code "Chat not found: abc"}. */
  public static WorldException notFound(String kind, String id) {
    return new WorldException(Reason.NOT_FOUND, kind + " not found: " + id);
  }

  /** Against a rule that always holds. */
  public static WorldException invalid(String message) {
    return new WorldException(Reason.INVALID, message);
  }

  /** Clashes with the present state. */
  public static WorldException conflict(String message) {
    return new WorldException(Reason.CONFLICT, message);
  }

  /** The network or chat does not do this. */
  public static WorldException unsupported(String message) {
    return new WorldException(Reason.UNSUPPORTED, message);
  }

  /** The network or bridge behind the app failed. */
  public static WorldException upstream(String message) {
    return new WorldException(Reason.UPSTREAM, message);
  }

  /** The owner may not do this. */
  public static WorldException forbidden(String message) {
    return new WorldException(Reason.FORBIDDEN, message);
  }
}
