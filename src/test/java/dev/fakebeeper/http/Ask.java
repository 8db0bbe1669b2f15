package dev.fakebeeper.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as a test writes it: exactly these bytes go over the wire. */
final class Ask {
  private final List<String> lines = new ArrayList<>();
  private final String method;
  private String body = "";

  private Ask(String method, String target) {
    this.method = method;
    lines.add(method + " " + target + " HTTP/1.1");
    lines.add("Host: fake.test");
  }

  static Ask to(String method, String target) {
    return new Ask(method, target);
  }

  static Ask get(String target) {
    return to("GET", target);
  }

  static Ask post(String target) {
    return to("POST", target);
  }

  Ask header(String line) {
    lines.add(line);
    return this;
  }

  Ask authorized() {
    return header(SmallFake.AUTHORIZED);
  }

  /** Adds a JSON body. */
  Ask json(String text) {
    return body("application/json", text);
  }

  /** Adds a body of some type, with its length. */
  Ask body(String contentType, String text) {
    lines.add("Content-Type: " + contentType);
    lines.add("Content-Length: " + text.getBytes(StandardCharsets.UTF_8).length);
    body = text;
    return this;
  }

  /** Sends it to IPv4 loopback on a connection of its own. */
  Wire.Answer at(Edge edge) throws IOException {
    try (var wire = Wire.to("127.0.0.1", edge.port())) {
      return on(wire);
    }
  }

  /** Sends it on a connection that stays open. */
  Wire.Answer on(Wire wire) throws IOException {
    wire.write(String.join("\r\n", lines) + "\r\n\r\n" + body);
    return method.equals("HEAD") ? wire.answerWithoutBody() : wire.answer();
  }
}
