package dev.fakebeeper.http;

import org.jspecify.annotations.Nullable;

/**
 * How the edge listens and what it lets in.
 *
 * @param host {@code localhost} for both loopback families, else an address or a name
 * @param port the port, 0 lets the system choose
 * @param desktopVersion the value of {@code X-Beeper-Desktop-Version} on every answer
 * @param forwarding whether a proxy in front may say under which address it is reached
 * @param controlToken what the control API asks for, null to let everybody on this machine in
 */
public record EdgeSettings(
    String host,
    int port,
    String desktopVersion,
    Forwarding forwarding,
    @Nullable String controlToken) {

  /** What becomes of {@code X-Forwarded-Host}, {@code -Proto} and {@code -Port}. */
  public enum Forwarding {
    /** They are ignored: anybody could send them. */
    IGNORED,
    /** They name the address of the proxy through which the client came (remote access). */
    HONOURED
  }
}
