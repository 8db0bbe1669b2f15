package dev.fakebeeper.control.journal;

import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Contract;
import dev.fakebeeper.contract.HttpHeaders;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.Routing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An exchange in the making, as the edge would write it. */
final class AnExchange {
  static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final ExchangeBuilder parts = ExchangeBuilder.builder();
  private ApiRequest request;

  private AnExchange(String method, String path) {
    var question = path.indexOf('?');
    request =
        ApiRequest.of(
            method,
            question < 0 ? path : path.substring(0, question),
            question < 0 ? null : path.substring(question + 1));
    if (Contract.bundled().route(method, request.rawPath()) instanceof Routing.Found found) {
      parts.operation(found.operation()).pathParameters(found.pathParameters());
    } else {
      parts.pathParameters(Map.of());
    }
    parts
        .at(NOON)
        .world("default")
        .response(ApiResponse.noContent())
        .sent(Sent.WHOLE)
        .origin(Origin.FAKE)
        .violations(List.of())
        .warnings(List.of())
        .duration(Duration.ofMillis(3));
  }

  static AnExchange of(String method, String path) {
    return new AnExchange(method, path);
  }

  AnExchange json(String body) {
    return header("Content-Type", "application/json").body(body);
  }

  AnExchange form(String body) {
    return header("Content-Type", "application/x-www-form-urlencoded").body(body);
  }

  AnExchange body(String body) {
    return body(body.getBytes(StandardCharsets.UTF_8));
  }

  AnExchange body(byte[] body) {
    request =
        new ApiRequest(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            body,
            List.of());
    return this;
  }

  AnExchange parts(BodyPart... list) {
    request =
        new ApiRequest(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            request.body(),
            List.of(list));
    return this;
  }

  AnExchange header(String name, String value) {
    request =
        new ApiRequest(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers().with(name, value),
            request.body(),
            request.parts());
    return this;
  }

  AnExchange answered(int status, String json) {
    var tree = Json.parse(json.getBytes(StandardCharsets.UTF_8));
    return answered(new ApiResponse(status, HttpHeaders.of(Map.of()), new Body.Json(tree)));
  }

  AnExchange answered(ApiResponse response) {
    parts.response(response);
    return this;
  }

  AnExchange at(Instant instant) {
    parts.at(instant);
    return this;
  }

  AnExchange told(Diagnosis diagnosis) {
    parts.diagnosis(diagnosis);
    return this;
  }

  AnExchange origin(Origin origin) {
    parts.origin(origin);
    return this;
  }

  AnExchange sent(Sent sent) {
    parts.sent(sent);
    return this;
  }

  AnExchange fault(String name) {
    parts.fault(name);
    return this;
  }

  Exchange build(long number) {
    return parts.request(request).requestBytes(request.body().length).number(number).build();
  }

  void in(Journal journal) {
    journal.record(this::build);
  }
}
