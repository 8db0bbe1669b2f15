package dev.fakebeeper.junit;

import dev.fakebeeper.FakeBeeper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client under test: knows an address and a token, as people's clients do. */
record Client(URI address, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  Client(FakeBeeper beeper) {
    this(beeper.baseUri(), beeper.token());
  }

  /** An answer. */
  record Answer(int status, String body) {}

  Answer get(String path) {
    return call("GET", path, "");
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer call(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token);
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body));
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + path, e);
    }
  }
}
