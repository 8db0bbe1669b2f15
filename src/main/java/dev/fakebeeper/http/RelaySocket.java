package dev.fakebeeper.http;

import dev.fakebeeper.recording.RecordedFrame.Sender;
import dev.fakebeeper.recording.recorder.SocketRecorder;
import dev.fakebeeper.stubs.UpstreamSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket of a client and the one behind it: what comes in on one side goes out on the other and
 * to the recorder. Neither side is read faster than the other takes it. Thread-safe.
 */
final class RelaySocket implements UpstreamSocket.Listener, OpenSockets.Hearer {
  private static final Logger LOG = LoggerFactory.getLogger(RelaySocket.class);

  /** Codes that stand for no close frame at all. */
  private static final int NO_CODE = 1005;

  private static final int LOST = 1006;

  private final Session client;
  private final UpstreamSocket upstream;
  private final SocketRecorder recorder;
  private final Names names;

  /** The address of the application as each side knows it. */
  record Names(Relay relay, String baseUrl) {
    String toClient(String text) {
      return relay.toClient(text, baseUrl);
    }

    String toUpstream(String text) {
      return relay.toUpstream(text, baseUrl);
    }
  }

  RelaySocket(Session client, UpstreamSocket upstream, SocketRecorder recorder, Names names) {
    this.client = client;
    this.upstream = upstream;
    this.recorder = recorder;
    this.names = names;
  }

  void begin() {
    upstream.begin(this);
  }

  @Override
  public void accept(String text) {
    recorder.add(Sender.CLIENT, text);
    send(() -> upstream.send(names.toUpstream(text)));
  }

  @Override
  public void accept(ByteBuffer data) {
    noteBinary();
    send(() -> upstream.send(data));
  }

  private interface Sending {
    void run() throws IOException;
  }

  private void send(Sending sending) {
    try {
      sending.run();
    } catch (IOException e) {
      LOG.debug("the app does not take what a client sends", e);
      lost();
    }
  }

  private void noteBinary() {
    names.relay().recorder().note("A binary message on a socket went through and is not recorded.");
  }

  /** The client is gone, or has said goodbye. */
  @Override
  public void ended(int code, String reason) {
    recorder.end(Sender.CLIENT, code, reason);
    upstream.close(code, reason);
  }

  @Override
  public CompletionStage<?> text(String text) {
    recorder.add(Sender.APP, text);
    var sent = new CompletableFuture<Void>();
    client.sendText(
        names.toClient(text),
        Callback.from(() -> sent.complete(null), sent::completeExceptionally));
    return sent;
  }

  @Override
  public CompletionStage<?> binary(ByteBuffer data, boolean last) {
    noteBinary();
    var sent = new CompletableFuture<Void>();
    client.sendPartialBinary(
        data, last, Callback.from(() -> sent.complete(null), sent::completeExceptionally));
    return sent;
  }

  @Override
  public void closed(int code, String reason) {
    recorder.end(Sender.APP, code, reason);
    if (code == NO_CODE) {
      client.close();
    } else {
      client.close(code, reason, Callback.NOOP);
    }
  }

  @Override
  public void lost() {
    recorder.end(Sender.APP, LOST, "");
    client.disconnect();
  }
}
