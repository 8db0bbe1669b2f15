package dev.fakebeeper.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The connection below one request, for what HTTP has no words for. */
final class RawConnection {
  private final ScriptedEndPoint endPoint;

  private RawConnection(ScriptedEndPoint endPoint) {
    this.endPoint = endPoint;
  }

  static RawConnection of(HttpServletRequest request) {
    var servlet = ServletContextRequest.getServletContextRequest(request);
    var connection = servlet.getConnectionMetaData().getConnection();
    return new RawConnection((ScriptedEndPoint) connection.getEndPoint());
  }

  /** Closes it in the usual way: the other side reads to the end of what was sent. */
  void close() {
    endPoint.close();
  }

  /**
   * Sends bytes past HTTP. For a few: what the socket does not take at once is lost.
   *
   * @throws IOException if the client went away
   */
  void send(byte[] bytes) throws IOException {
    endPoint.flush(ByteBuffer.wrap(bytes));
  }

  /** Resets it: the other side's next read or write fails, whatever was sent. */
  void reset() {
    endPoint.cut();
  }

  /**
   * Runs an action once the other side has closed. Only for a connection that will not be used
   * again: what the client sends meanwhile is thrown away.
   */
  void whenClientLeaves(Runnable action) {
    endPoint.tryFillInterested(Callback.from(() -> look(action), failure -> action.run()));
  }

  private void look(Runnable action) {
    try {
      if (endPoint.fill(BufferUtil.allocate(1024)) < 0) {
        action.run();
      } else {
        whenClientLeaves(action);
      }
    } catch (IOException e) {
      action.run(); // reset by the other side
    }
  }
}
