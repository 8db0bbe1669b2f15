package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small contracts of the tests, and requests to them. */
final class TestContracts {
  static final Contract LIBRARY = load("library.yaml");

  private TestContracts() {}

  static Path file(String name) {
    try {
      var url = TestContracts.class.getResource("/contracts/" + name);
      return Path.of(Objects.requireNonNull(url, name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Contract load(String name) {
    return Contract.load(file(name));
  }

  static Operation operation(Contract contract, String id) {
    return contract.find(id).orElseThrow();
  }

  /** Routes and checks a request, as the pipeline does. */
  static CheckedRequest check(Contract contract, ApiRequest request) {
    var routing = contract.route(request.method(), request.rawPath());
    assertThat(routing).isInstanceOf(Routing.Found.class);
    var found = (Routing.Found) routing;
    return contract.checkRequest(found.operation(), found.pathParameters(), request);
  }

  static ApiRequest get(String path) {
    return ApiRequest.of("GET", path, null);
  }

  static ApiRequest get(String path, String query) {
    return ApiRequest.of("GET", path, query);
  }

  static ApiRequest json(String method, String path, String body) {
    return body(method, path, "application/json", body);
  }

  static ApiRequest body(String method, String path, String contentType, String body) {
    var headers = HttpHeaders.of(Map.of("Content-Type", List.of(contentType)));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return new ApiRequest(method, path, null, headers, bytes, List.of());
  }

  /** The first line of a contract that contains a text, from 1. */
  static int lineOf(String name, String text) {
    try {
      var lines = Files.readAllLines(file(name));
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return i + 1;
        }
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no line with " + text);
  }

  /** A violation in the form {@code kind WHERE pointer}. */
  static String place(Violation violation) {
    return "%s %s %s".formatted(violation.kind(), violation.where(), violation.pointer());
  }

  static List<String> places(List<Violation> violations) {
    return violations.stream().map(TestContracts::place).toList();
  }
}
