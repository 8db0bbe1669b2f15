package dev.fakebeeper.http;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.recording.OriginRewriting;
import dev.fakebeeper.recording.RecordedAnswer;
import dev.fakebeeper.recording.RecordedCall;
import dev.fakebeeper.recording.recorder.Recorder;
import dev.fakebeeper.recording.recorder.SocketRecorder;
import dev.fakebeeper.stubs.Upstream;
import dev.fakebeeper.stubs.UpstreamAnswer;
import dev.fakebeeper.stubs.UpstreamException;
import dev.fakebeeper.stubs.UpstreamSocket;
import dev.fakebeeper.stubs.UpstreamSocket.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an edge in record mode does with a request: hands it to the application, hands the answer
 * back, and tells the recorder. The client sees our address where the application names its own.
 * Thread-safe.
 */
public final class Relay implements AutoCloseable {
  /** Of one connection, or told anew by whoever answers. */
  private static final Set<String> NOT_RECORDED =
      Set.of("Connection", "Host", "Content-Length", "Accept-Encoding", "Date", "Keep-Alive");

  private final Contract contract;
  private final Upstream upstream;
  private final Recorder recorder;
  private final Tokens tokens;

  /**
   * Whose token is whose.
   *
   * @param ofClient the token that clients of the recorder send
   * @param ofUpstream what the application wants in its place, null to hand on what clients send
   */
  public record Tokens(String ofClient, @Nullable String ofUpstream) {
    /** Neither of the two. */
    @Override
    public String toString() {
      return "Tokens[...]";
    }
  }

  /**
   * A relay; closes both ends of it.
   *
   * @param contract names the operations
   */
  public Relay(Contract contract, Upstream upstream, Recorder recorder, Tokens tokens) {
    this.contract = contract;
    this.upstream = upstream;
    this.recorder = recorder;
    this.tokens = tokens;
  }

  /**
   * Asks the application and records what it answered.
   *
   * @return as it is for the client; to be closed by the caller
   * @throws UpstreamException when it gave no whole answer
   */
  UpstreamAnswer answer(ApiRequest request, String baseUrl) throws UpstreamException {
    return answer(request, baseUrl, upstream::send);
  }

  /** The same for an upgrade that the application has refused. */
  UpstreamAnswer refusal(ApiRequest upgrade, String baseUrl) throws UpstreamException {
    return answer(upgrade, baseUrl, upstream::sendUpgrade);
  }

  private interface Sending {
    UpstreamAnswer send(ApiRequest request) throws UpstreamException;
  }

  private UpstreamAnswer answer(ApiRequest request, String baseUrl, Sending sending)
      throws UpstreamException {
    var after = recorder.elapsed();
    var answer = sent(outgoing(request, baseUrl), sending);
    if (answer.isWhole()) {
      record(after, request, answer, baseUrl);
    } else {
      recorder.note(
          "An answer of %s was too large or endless; it went to the client and is not recorded."
              .formatted(name(request)));
    }
    var shown = toClient(baseUrl).answer(recorded(answer));
    return new UpstreamAnswer(shown.status(), shown.headers(), shown.body(), answer.rest());
  }

  private UpstreamAnswer sent(ApiRequest request, Sending sending) throws UpstreamException {
    try {
      return sending.send(request);
    } catch (UpstreamException e) {
      recorder.addUnanswered();
      throw e;
    }
  }

  private void record(Duration after, ApiRequest request, UpstreamAnswer answer, String baseUrl) {
    var took = recorder.elapsed().minus(after);
    var kept = new RecordedCall(after, took, withoutConnection(request), recorded(answer));
    recorder.add(kept, toRecording(baseUrl));
  }

  private static RecordedAnswer recorded(UpstreamAnswer answer) {
    return new RecordedAnswer(
        answer.status(), answer.headers().without(NOT_RECORDED), answer.body());
  }

  private static ApiRequest withoutConnection(ApiRequest request) {
    return with(request, SocketHeaders.without(request.headers()).without(NOT_RECORDED));
  }

  private static ApiRequest with(ApiRequest request, HttpHeaders headers) {
    return new ApiRequest(
        request.method(),
        request.rawPath(),
        request.rawQuery(),
        headers,
        request.body(),
        request.parts());
  }

  /** The operation of a request, or its method: a path may say what nobody must read. */
  String name(ApiRequest request) {
    return contract.route(request.method(), request.rawPath()) instanceof Routing.Found found
        ? found.operation().id()
        : "a " + request.method() + " that no operation matches";
  }

  /** What the application gets: its own address and its own token. */
  private ApiRequest outgoing(ApiRequest request, String baseUrl) {
    var toUpstream = OriginRewriting.of(List.of(URI.create(baseUrl)), origin());
    var renamed = toUpstream.request(request);
    return with(renamed, forwarded(withToken(renamed.headers()), baseUrl));
  }

  /** A client with another token than ours means another one; the application shall judge it. */
  private HttpHeaders withToken(HttpHeaders headers) {
    var wanted = tokens.ofUpstream();
    var ours = headers.first("Authorization").filter(("Bearer " + tokens.ofClient())::equals);
    return wanted == null || ours.isEmpty()
        ? headers
        : headers.with("Authorization", "Bearer " + wanted);
  }

  /** An application that believes proxies names our address by itself then. */
  private static HttpHeaders forwarded(HttpHeaders headers, String baseUrl) {
    if (headers.first("X-Forwarded-Host").isPresent()) {
      return headers; // there is a proxy in front of us, which the client came through
    }
    var base = URI.create(baseUrl);
    return headers
        .with("X-Forwarded-Host", base.getAuthority())
        .with("X-Forwarded-Proto", base.getScheme());
  }

  private URI origin() {
    var base = upstream.base();
    return URI.create(base.getScheme() + "://" + base.getAuthority());
  }

  private OriginRewriting toClient(String baseUrl) {
    return OriginRewriting.of(List.of(origin()), URI.create(baseUrl));
  }

  private OriginRewriting toRecording(String baseUrl) {
    return OriginRewriting.of(List.of(origin(), URI.create(baseUrl)), OriginRewriting.RECORDED);
  }

  /**
   * Opens the other half of a socket.
   *
   * @throws RefusedException when the application does not let the client in; recorded by {@link
   *     #answer}
   * @throws UpstreamException when it cannot be reached
   */
  UpstreamSocket open(ApiRequest upgrade, String baseUrl)
      throws RefusedException, UpstreamException {
    try {
      return UpstreamSocket.open(upstream.base(), outgoing(upgrade, baseUrl));
    } catch (UpstreamException e) {
      recorder.addUnanswered();
      throw e;
    }
  }

  /** Begins to record a socket that is open on both sides. */
  SocketRecorder recorded(ApiRequest upgrade, String baseUrl) {
    return recorder.open(withoutConnection(upgrade), toRecording(baseUrl));
  }

  /** A text of the application as it is for the client. */
  String toClient(String text, String baseUrl) {
    return toClient(baseUrl).text(text);
  }

  /** A text of the client as it is for the application. */
  String toUpstream(String text, String baseUrl) {
    return OriginRewriting.of(List.of(URI.create(baseUrl)), origin()).text(text);
  }

  Recorder recorder() {
    return recorder;
  }

  /** Ends the recording and every connection to the application. */
  @Override
  public void close() {
    try (upstream) {
      recorder.close();
    }
  }
}
