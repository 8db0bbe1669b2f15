package dev.fakebeeper.events;

import java.nio.charset.StandardCharsets;

/** Something that is done once to an open connection. */
public sealed interface SocketAct {

  /**
   * Ends the connection with a goodbye, after what was told before.
   *
   * @param code a code that may be sent: 1000 to 1003, 1007 to 1014, 3000 to 4999
   * @param reason for people, 123 bytes of UTF-8 at most
   */
  record Close(int code, String reason) implements SocketAct {
    private static final int MAX_REASON_BYTES = 123;

    /** Refuses what the protocol cannot carry (RFC 6455, sections 5.5 and 7.4). */
    public Close {
      if (!isSendable(code)) {
        throw new IllegalArgumentException(
            "code (%d) cannot be sent in a close frame; take 1000 to 1003, 1007 to 1014 or 3000 to 4999, or cut the connection for 1006"
                .formatted(code));
      }
      var bytes = reason.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_REASON_BYTES) {
        throw new IllegalArgumentException(
            "reason has %d bytes of UTF-8; a close frame has room for %d"
                .formatted(bytes, MAX_REASON_BYTES));
      }
    }

    private static boolean isSendable(int code) {
      return (code >= 1000 && code <= 1003)
          || (code >= 1007 && code <= 1014)
          || (code >= 3000 && code <= 4999);
    }
  }

  /**
   * Breaks the connection with a reset and without a goodbye. What was told before is handed to the
   * network first; whether it still arrives is the network's affair.
   */
  record Cut() implements SocketAct {}

  /**
   * From now on nothing goes out, pings and pongs neither, and what comes is not heard; what was
   * told before goes out first. The connection stays until it is cut or the world closes.
   */
  record HalfOpen() implements SocketAct {}

  /** Sends a frame of the caller's own, as it is. */
  record Send(String text) implements SocketAct {}
}
