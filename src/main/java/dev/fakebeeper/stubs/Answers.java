package dev.fakebeeper.stubs;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.stubs.Manner.Dribble;
import dev.fakebeeper.stubs.Manner.Mischief;
import dev.fakebeeper.stubs.StubAnswer.MappingName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns WireMock's answers into values of ours. */
final class Answers {
  private static final byte[] NOTHING = {};

  private Answers() {}

  static StubAnswer of(Response response, @Nullable StubMapping mapping) {
    var body = response.getBody();
    return new StubAnswer(
        response.getStatus(),
        headers(response),
        body == null ? NOTHING : body,
        manner(response),
        mapping == null ? null : name(mapping));
  }

  static StubAnswer adminNotFound() {
    var text = "The admin API of WireMock has no such path.";
    return new StubAnswer(
        404,
        HttpHeaders.of(Map.of("Content-Type", List.of("text/plain"))),
        text.getBytes(StandardCharsets.UTF_8),
        Manner.PLAIN,
        null);
  }

  /** In the shape in which WireMock tells of mistakes. */
  static StubAnswer adminRefused(RuntimeException failure) {
    var title = "WireMock cannot use this request: " + failure.getMessage();
    return new StubAnswer(
        422,
        HttpHeaders.of(Map.of("Content-Type", List.of("application/json"))),
        Json.write(Errors.single(10, title)).getBytes(StandardCharsets.UTF_8),
        Manner.PLAIN,
        null);
  }

  private static HttpHeaders headers(Response response) {
    var all = new LinkedHashMap<String, List<String>>();
    if (response.getHeaders() != null) {
      response
          .getHeaders()
          .all()
          .forEach(
              header ->
                  all.computeIfAbsent(header.key(), name -> new ArrayList<>())
                      .addAll(header.values()));
    }
    return HttpHeaders.of(all);
  }

  private static Manner manner(Response response) {
    var fault = response.getFault();
    var dribble = response.getChunkedDribbleDelay();
    return new Manner(
        Duration.ofMillis(response.getInitialDelay()),
        fault == null ? null : Mischief.valueOf(fault.name()),
        dribble == null
            ? null
            : new Dribble(
                dribble.getNumberOfChunks(), Duration.ofMillis(dribble.getTotalDuration())));
  }

  private static MappingName name(StubMapping mapping) {
    var id = mapping.getId().toString();
    var name = mapping.getName() == null ? id : mapping.getName();
    var ours = mapping.getMetadata() == null ? null : mapping.getMetadata().get("fakeBeeper");
    var breaks =
        ours instanceof Map<?, ?> members && Boolean.TRUE.equals(members.get("breaksContract"));
    return new MappingName(id, name, breaks);
  }
}
