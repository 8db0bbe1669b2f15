package dev.fakebeeper.stubs;

import java.net.URI;

/**
 * An application behind a recorder gave no whole answer. The message names no path and no value.
 */
public final class UpstreamException extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  /** How an application can fail to answer. */
  public enum Reason {
    /** Nothing takes a connection. */
    UNREACHABLE(
        "Nothing takes a connection at %s (%s). Start the app, see that its API is switched on, and that --upstream names its address."),
    /** It took the request and said nothing for too long. */
    SILENT("The app at %s said nothing for too long (%s). See whether it hangs."),
    /** It ended the connection before the end of its answer. */
    CUT_OFF("The app at %s ended the connection before the end of its answer (%s). Ask again.");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  UpstreamException(Reason reason, URI base, Exception cause) {
    super(
        reason.text.formatted(
            base.getScheme() + "://" + base.getAuthority(), cause.getClass().getSimpleName()),
        cause);
    this.reason = reason;
  }

  /** How it failed. */
  public Reason reason() {
    return reason;
  }
}
