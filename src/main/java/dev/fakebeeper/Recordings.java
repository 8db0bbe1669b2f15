package dev.fakebeeper;

import dev.fakebeeper.StartException.Reason;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.http.Relay;
import dev.fakebeeper.recording.RecordingException;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.stubs.Upstream;
import dev.fakebeeper.stubs.UpstreamLimits;
import dev.fakebeeper.world.WorldClock;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Begins to record, or says in a {@link StartException} why not. */
final class Recordings {
  private Recordings() {}

  /** Who a client of a recorder talks to, and who listens. */
  record Session(Relay relay, Recorder recorder) {}

  static Session start(RecordMode mode, Settings settings, Contract contract) {
    requireOther(mode.upstream(), settings.port());
    requireClient();
    try {
      var recorder = Recorder.start(mode.into(), contract, WorldClock.real().instant());
      var upstream = Upstream.at(mode.upstream(), UpstreamLimits.DEFAULT);
      var tokens = new Relay.Tokens(settings.token(), mode.token());
      return new Session(new Relay(contract, upstream, recorder, tokens), recorder);
    } catch (RecordingException e) {
      throw new StartException(Reason.CANNOT_RECORD, String.valueOf(e.getMessage()), e);
    }
  }

  /** A recorder in front of itself would ask itself for ever. */
  private static void requireOther(URI upstream, int port) {
    if (port != 0 && upstream.getPort() == port && isOfThisMachine(upstream.getHost())) {
      throw new StartException(
          Reason.WRONG_SETTING,
          "The application to record (%s) would be the recorder itself, which is to listen on port %d. Give the recorder another port, or name the port of the application."
              .formatted(upstream, port),
          null);
    }
  }

  private static boolean isOfThisMachine(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Recordings::isHere);
    } catch (UnknownHostException e) {
      return false; // then asking it fails and says why
    }
  }

  private static boolean isHere(InetAddress address) {
    try {
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** Whoever embeds the fake may have left out WireMock, whose HTTP client asks the application. */
  private static void requireClient() {
    try {
      Class.forName("org.apache.hc.client5.http.impl.classic.HttpClients");
    } catch (ClassNotFoundException e) {
      throw new StartException(
          Reason.CANNOT_RECORD,
          "Recording needs WireMock on the class path, whose HTTP client it uses. Add org.wiremock:wiremock as docs/recording.md shows, or use fake-beeper.jar.",
          e);
    }
  }
}
