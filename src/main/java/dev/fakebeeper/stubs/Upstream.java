package dev.fakebeeper.stubs;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.stubs.UpstreamException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The application behind a recorder, over HTTP. Requests go out as they came in, byte for byte, but
 * for what belongs to the connection; answers come back with their content encoding undone. Uses
 * the client that WireMock brings and not its proxying, which tells an upstream that is down by an
 * answer of its own, keeps every message in memory, and has no limit for one. Thread-safe.
 */
public final class Upstream implements AutoCloseable {
  /** As many as the edge has threads. */
  private static final int CONNECTIONS = 250;

  /** What is between two neighbours on the way of a message, and not part of it. */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "expect",
          "host");

  private final URI base;
  private final HttpHost host;
  private final int largestBody;
  private final CloseableHttpClient client;

  private Upstream(URI base, UpstreamLimits limits) {
    this.base = base;
    this.host = new HttpHost(base.getScheme(), base.getHost(), port(base));
    this.largestBody = limits.largestBody();
    this.client = client(limits);
  }

  /**
   * An application at an address.
   *
   * @param base http or https, host and perhaps a port and a path; asked for nothing yet
   */
  public static Upstream at(URI base, UpstreamLimits limits) {
    return new Upstream(base, limits);
  }

  private static int port(URI base) {
    int standard = base.getScheme().equals("https") ? 443 : 80;
    return base.getPort() < 0 ? standard : base.getPort();
  }

  private static CloseableHttpClient client(UpstreamLimits limits) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout(limits.connect()))
                    .setSocketTimeout(timeout(limits.silence()))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .build();
    var requests =
        RequestConfig.custom()
            .setExpectContinueEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .setResponseTimeout(timeout(limits.silence()))
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(requests)
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableDefaultUserAgent()
        .disableRedirectHandling()
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  /** Where it is. */
  public URI base() {
    return base;
  }

  /**
   * Sends a request and takes the answer in.
   *
   * @return to be closed by the caller
   * @throws UpstreamException when there is no whole answer
   */
  public UpstreamAnswer send(ApiRequest request) throws UpstreamException {
    return send(outgoing(request));
  }

  /**
   * Asks for an upgrade that was refused a moment ago, for the sake of the words it was refused
   * with: Java's own client drops them.
   *
   * @throws UpstreamException when there is no whole answer, an upgrade after all included
   */
  public UpstreamAnswer sendUpgrade(ApiRequest upgrade) throws UpstreamException {
    var outgoing = outgoing(upgrade);
    outgoing.setHeader("Connection", "Upgrade");
    outgoing.setHeader("Upgrade", "websocket");
    return send(outgoing);
  }

  private UpstreamAnswer send(BasicClassicHttpRequest outgoing) throws UpstreamException {
    try {
      var response = client.executeOpen(host, outgoing, null);
      try {
        return answer(response);
      } catch (IOException | RuntimeException e) {
        response.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UpstreamException(reason(e), base, e);
    }
  }

  private BasicClassicHttpRequest outgoing(ApiRequest request) {
    var query = request.rawQuery();
    var path = prefix() + request.rawPath() + (query == null ? "" : "?" + query);
    var outgoing = new BasicClassicHttpRequest(request.method(), host, path);
    request
        .headers()
        .asMap()
        .forEach(
            (name, values) -> {
              if (isOfMessage(name)) {
                values.forEach(value -> outgoing.addHeader(name, value));
              }
            });
    if (request.headers().first("Accept-Encoding").isPresent()) {
      outgoing.setHeader("Accept-Encoding", "gzip"); // the one that is sure to be undone
    }
    if (request.body().length > 0) {
      outgoing.setEntity(new ByteArrayEntity(request.body(), null)); // its type is a header already
    }
    return outgoing;
  }

  /** Those in front of a path that the application is behind. */
  private String prefix() {
    var path = base.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isOfMessage(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return !OF_CONNECTION.contains(name) && !name.equals("accept-encoding");
  }

  private UpstreamAnswer answer(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    if (entity == null) {
      response.close();
      return new UpstreamAnswer(response.getCode(), headers(response, false), new byte[0], null);
    }
    var encoding = encoding(response);
    var stream = decoded(entity.getContent(), encoding);
    var headers = headers(response, !encoding.isEmpty());
    boolean isEndless = String.valueOf(entity.getContentType()).startsWith("text/event-stream");
    var start = isEndless ? new byte[0] : stream.readNBytes(largestBody + 1);
    if (!isEndless && start.length <= largestBody) {
      response.close();
      return new UpstreamAnswer(response.getCode(), headers, start, null);
    }
    return new UpstreamAnswer(response.getCode(), headers, start, new Rest(stream, response));
  }

  private static String encoding(ClassicHttpResponse response) {
    var header = response.getFirstHeader("Content-Encoding");
    var name = header == null ? "" : header.getValue().strip().toLowerCase(Locale.ROOT);
    return name.matches("gzip|x-gzip|deflate") ? name : "";
  }

  private static InputStream decoded(InputStream stream, String encoding) throws IOException {
    if (encoding.isEmpty()) {
      return stream;
    }
    return encoding.equals("deflate")
        ? new InflaterInputStream(stream)
        : new GZIPInputStream(stream);
  }

  private static HttpHeaders headers(ClassicHttpResponse response, boolean wasDecoded) {
    var all = new LinkedHashMap<String, List<String>>();
    for (Header header : response.getHeaders()) {
      boolean isUndone = wasDecoded && header.getName().equalsIgnoreCase("Content-Encoding");
      if (isOfMessage(header.getName()) && !isUndone) {
        all.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
      }
    }
    return HttpHeaders.of(all);
  }

  /** What is left of a body that was not taken in. */
  private static final class Rest extends FilterInputStream {
    private final ClassicHttpResponse response;

    Rest(InputStream stream, ClassicHttpResponse response) {
      super(stream);
      this.response = response;
    }

    @Override
    public void close() throws IOException {
      response.close(); // not the stream, which would read to its end
    }
  }

  private static Reason reason(IOException failure) {
    if (failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException) {
      return Reason.UNREACHABLE;
    }
    return failure instanceof SocketTimeoutException ? Reason.SILENT : Reason.CUT_OFF;
  }

  /** Ends every connection; requests on the way fail. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
