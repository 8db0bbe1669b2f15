package dev.fakebeeper.control.lift;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.control.FakeWorld;
import dev.fakebeeper.recording.RecordedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** A world of a server, asked over HTTP as clients ask it. Used by one thread. */
public final class HttpStage implements Stage {
  /** What is set here or by the JDK's client, and what belongs to the recorded app. */
  private static final Set<String> NOT_SENT =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "host",
          "te",
          "transfer-encoding",
          "upgrade",
          "x-fake-beeper-world");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI server;
  private final FakeWorld world;
  private final Instant start;

  /**
   * A stage.
   *
   * @param server where the world is served
   * @param world the world, at its start
   */
  public HttpStage(URI server, FakeWorld world) {
    this.server = server;
    this.world = world;
    this.start = world.now();
  }

  @Override
  public void until(Duration after) {
    var left = Duration.between(world.now(), start.plus(after));
    if (!left.isNegative()) {
      world.advance(left);
    }
  }

  @Override
  public RecordedAnswer ask(ApiRequest request) {
    try {
      var answer = client.send(sent(request), BodyHandlers.ofByteArray());
      return new RecordedAnswer(
          answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("the fake did not answer " + request.rawPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a lift was being proved", e);
    }
  }

  private HttpRequest sent(ApiRequest request) {
    var query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
    var sent =
        HttpRequest.newBuilder(URI.create(server + request.rawPath() + query))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + world.token())
            .method(request.method(), BodyPublishers.ofByteArray(SentBody.of(request)));
    if (!SentBody.contentType(request).isEmpty()) {
      sent.header("Content-Type", SentBody.contentType(request));
    }
    request
        .headers()
        .asMap()
        .forEach(
            (name, values) -> {
              if (!NOT_SENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> sent.header(name, value));
              }
            });
    return sent.build();
  }
}
