package dev.fakebeeper.stubs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The early proof that the stub engine can live inside our server: WireMock's own extension point
 * hands us its handlers, no second server starts, and nothing is left running. Whoever upgrades
 * WireMock, Javalin or Jetty learns here whether they still fit together.
 */
@Timeout(60)
class WireMockBesideJavalinTest {

  /** Keeps the handler it is given, and is a server in name only. */
  private static final class HeldEngine implements HttpServerFactory, HttpServer {
    private @Nullable StubRequestHandler stubs;

    @Override
    public HttpServer buildHttpServer(
        Options options, AdminRequestHandler admin, StubRequestHandler handler) {
      stubs = handler;
      return this;
    }

    /** The engine's answer; synchronous, so that a holder is enough. */
    Response ask(Context context) {
      var answer = new AtomicReference<Response>();
      Objects.requireNonNull(stubs)
          .handle(
              new BridgedRequest(context), (request, response, more) -> answer.set(response), null);
      return answer.get();
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return true;
    }

    @Override
    public int port() {
      return -1;
    }

    @Override
    public int httpsPort() {
      return -1;
    }
  }

  private static final class BridgedRequest extends ImmutableRequest {
    BridgedRequest(Context context) {
      super(
          context.fullUrl(),
          RequestMethod.fromString(context.req().getMethod()),
          context.protocol(),
          context.ip(),
          headers(context),
          context.bodyAsBytes(),
          false,
          false);
    }

    private static HttpHeaders headers(Context context) {
      var names = Collections.list(context.req().getHeaderNames());
      return new HttpHeaders(
          names.stream()
              .map(name -> new HttpHeader(name, Collections.list(context.req().getHeaders(name))))
              .toList());
    }

    @Override
    public Map<String, Cookie> getCookies() {
      return Map.of(); // the stock class answers null, which the journal does not survive
    }
  }

  @Test
  void a_mapping_answers_in_process_and_everything_else_falls_through() throws Exception {
    var before = threads();
    var engine = new HeldEngine();
    var wireMock = new WireMockServer(options().httpServerFactory(engine));
    wireMock.start();
    assertThat(threads()).as("WireMock starts no server, so no thread").isSubsetOf(before);

    var server = serve(engine);
    try {
      wireMock.stubFor(get(urlPathEqualTo("/canned")).willReturn(aResponse().withBody("stub")));

      assertThat(ask(server, "/canned").body()).isEqualTo("stub");
      assertThat(ask(server, "/other").body()).isEqualTo("fake");
    } finally {
      server.stop();
      wireMock.stop();
    }
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(started(before)).allMatch(Thread::isDaemon));
  }

  private static Javalin serve(HeldEngine engine) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.routes.before(context -> answerFromStubs(engine, context));
              config.routes.get("/*", context -> context.result("fake"));
            })
        .start();
  }

  private static void answerFromStubs(HeldEngine engine, Context context) {
    var answer = engine.ask(context);
    if (answer.wasConfigured()) {
      context.status(answer.getStatus()).result(answer.getBody());
      context.skipRemainingHandlers();
    }
  }

  private static HttpResponse<String> ask(Javalin server, String path)
      throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static Set<Thread> threads() {
    return Set.copyOf(Thread.getAllStackTraces().keySet());
  }

  private static Set<Thread> started(Set<Thread> before) {
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .collect(Collectors.toSet());
  }
}
