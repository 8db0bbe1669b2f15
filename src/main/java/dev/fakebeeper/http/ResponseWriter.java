package dev.fakebeeper.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiResponse;
import dev.fakebeeper.contract.Body;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.JsonFragment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an answer. A page is glued from the bytes of its items; no tree is built. */
final class ResponseWriter {
  static final String JSON = "application/json";
  static final int BUFFER_BYTES = 32 * 1024;
  private static final byte[] PAGE_START = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);

  private ResponseWriter() {}

  /** Writes status, headers and, unless the request is HEAD, the body. */
  static void write(HttpServletRequest request, HttpServletResponse target, ApiResponse response)
      throws IOException {
    writeHead(target, response);
    var body = response.body();
    boolean withBody = !request.getMethod().equals("HEAD");
    if (body instanceof Body.Empty) {
      target.setContentType(null);
    } else if (body instanceof Body.Stream stream) {
      writeStream(target, stream, withBody);
    } else {
      writeBytes(target, contentType(body), bytes(body), withBody);
    }
  }

  /** Status and headers; a header of the answer takes the place of one that every answer has. */
  static void writeHead(HttpServletResponse target, ApiResponse response) {
    target.setStatus(response.status());
    response
        .headers()
        .asMap()
        .forEach(
            (name, values) -> {
              target.setHeader(name, null);
              values.forEach(value -> target.addHeader(name, value));
            });
  }

  private static void writeBytes(
      HttpServletResponse target, String contentType, byte[] bytes, boolean withBody)
      throws IOException {
    target.setContentType(contentType.isEmpty() ? null : contentType);
    target.setContentLength(bytes.length);
    if (withBody) {
      target.getOutputStream().write(bytes);
    }
  }

  private static void writeStream(HttpServletResponse target, Body.Stream body, boolean withBody)
      throws IOException {
    target.setContentType(body.contentType().isEmpty() ? null : body.contentType());
    target.setContentLengthLong(body.length());
    if (withBody) {
      copy(body.source(), target.getOutputStream());
    }
  }

  /** A source that fails is our fault, a target that fails is a client that went away. */
  private static void copy(Body.Source from, OutputStream target) throws IOException {
    try (var source = new CheckedSource(from)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        target.write(buffer, 0, read);
      }
    }
  }

  /** The value of Content-Type that a body asks for, empty for none. */
  static String contentType(Body body) {
    if (body instanceof Body.Text text) {
      return text.contentType();
    }
    if (body instanceof Body.Stream stream) {
      return stream.contentType();
    }
    return body instanceof Body.Empty ? "" : JSON;
  }

  /** The bytes of a body that is no stream. */
  static byte[] bytes(Body body) {
    if (body instanceof Body.Json json) {
      return Json.bytes(json.tree());
    }
    if (body instanceof Body.Fragment fragment) {
      return fragment.value().bytes();
    }
    if (body instanceof Body.Page page) {
      return glue(PAGE_START, page.items(), afterItems(page.rest()));
    }
    if (body instanceof Body.Items items) {
      return glue(new byte[] {'['}, items.items(), new byte[0]);
    }
    if (body instanceof Body.Empty) {
      return new byte[0];
    }
    if (body instanceof Body.Text text) {
      return text.text().getBytes(StandardCharsets.UTF_8);
    }
    throw new AssertionError("no way to write " + body);
  }

  /** The other members, with a comma in place of the opening brace, which stands before already. */
  private static byte[] afterItems(ObjectNode rest) {
    if (rest.isEmpty()) {
      return new byte[] {'}'};
    }
    var bytes = Json.bytes(rest);
    bytes[0] = ',';
    return bytes;
  }

  /** The start, the items with commas between them, the closing bracket, the end. */
  private static byte[] glue(byte[] start, List<JsonFragment> items, byte[] end) {
    int length = start.length + Math.max(items.size() - 1, 0) + 1 + end.length;
    for (var item : items) {
      length += item.bytes().length;
    }
    var all = new byte[length];
    int at = put(start, all, 0);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        all[at++] = ',';
      }
      at = put(items.get(i).bytes(), all, at);
    }
    all[at++] = ']';
    put(end, all, at);
    return all;
  }

  private static int put(byte[] part, byte[] all, int at) {
    System.arraycopy(part, 0, all, at, part.length);
    return at + part.length;
  }
}
