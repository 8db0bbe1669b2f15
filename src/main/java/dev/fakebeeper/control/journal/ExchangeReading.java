package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Routing;
import dev.fakebeeper.contract.Violation;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an exchange of what {@link EntryJson} wrote. */
final class ExchangeReading {
  private final Contract contract;
  private final JsonNode json;

  ExchangeReading(Contract contract, JsonNode json) {
    this.contract = contract;
    this.json = json;
  }

  Exchange exchange(long number) {
    var found = routing();
    return new Exchange(
        number,
        Instant.parse(json.path("at").asText()),
        json.path("world").asText(),
        request(),
        json.at("/request/body/bytes").asLong(),
        found == null ? null : found.operation(),
        found == null ? Map.of() : found.pathParameters(),
        response(),
        Sent.valueOf(json.path("sent").asText(Sent.WHOLE.name()).toUpperCase(Locale.ROOT)),
        Origin.valueOf(json.path("origin").asText().toUpperCase(Locale.ROOT)),
        violations("violations"),
        violations("warnings"),
        diagnosis(),
        textOrNull(json.path("fault")),
        Duration.ofNanos(json.path("durationMillis").decimalValue().movePointRight(6).longValue()));
  }

  private Routing.@Nullable Found routing() {
    var known = json.has("operation");
    var routing = contract.route(json.path("method").asText(), json.path("path").asText());
    return known && routing instanceof Routing.Found found ? found : null;
  }

  private ApiRequest request() {
    var body = json.at("/request/body");
    var parts = new ArrayList<BodyPart>();
    body.path("parts").forEach(part -> parts.add(part(part)));
    return new ApiRequest(
        json.path("method").asText(),
        json.path("path").asText(),
        textOrNull(json.path("query")),
        headers(json.at("/request/headers")),
        bytes(body),
        parts);
  }

  private static BodyPart part(JsonNode part) {
    return new BodyPart(
        part.path("name").asText(),
        textOrNull(part.path("fileName")),
        textOrNull(part.path("mediaType")),
        part.path("text").asText().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(JsonNode body) {
    return body.has("json")
        ? Json.bytes(body.path("json"))
        : body.path("text").asText().getBytes(StandardCharsets.UTF_8);
  }

  private ApiResponse response() {
    var response = json.path("response");
    return new ApiResponse(
        response.path("status").asInt(),
        headers(response.path("headers")),
        body(response.path("body")));
  }

  private static Body body(JsonNode body) {
    if (body.isMissingNode()) {
      return new Body.Empty();
    }
    var mediaType = body.path("mediaType").asText();
    if (body.has("json")) {
      return new Body.Json(body.path("json"));
    }
    return body.has("text")
        ? new Body.Text(mediaType, body.path("text").asText())
        : new Body.Stream(mediaType, body.path("bytes").asLong(), InputStream::nullInputStream);
  }

  private static HttpHeaders headers(JsonNode json) {
    var headers = new LinkedHashMap<String, List<String>>();
    json.properties()
        .forEach(
            header -> {
              var values = new ArrayList<String>();
              header.getValue().forEach(value -> values.add(value.asText()));
              headers.put(header.getKey(), values);
            });
    return HttpHeaders.of(headers);
  }

  private List<Violation> violations(String name) {
    var all = new ArrayList<Violation>();
    for (var one : json.path(name)) {
      all.add(
          new Violation(
              one.path("kind").asText(),
              Violation.Where.valueOf(
                  one.path("where").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
              one.path("pointer").asText(),
              one.path("expected").asText(),
              one.path("got").asText(),
              one.path("document").asText(),
              one.path("line").asInt(),
              one.path("fix").asText()));
    }
    return all;
  }

  private @Nullable Diagnosis diagnosis() {
    var told = json.path("diagnosis");
    if (told.isMissingNode()) {
      return null;
    }
    var code = told.path("code").asText();
    return new Diagnosis(
        Arrays.stream(DiagnosisCode.values())
            .filter(known -> known.text().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no diagnosis has the code " + code)),
        Blame.valueOf(told.path("blame").asText().toUpperCase(Locale.ROOT)),
        told.path("text").asText());
  }

  private static @Nullable String textOrNull(JsonNode value) {
    return value.isMissingNode() ? null : value.asText();
  }
}
