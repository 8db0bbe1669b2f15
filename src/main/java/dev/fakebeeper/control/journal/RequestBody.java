package dev.fakebeeper.control.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.contract.ApiRequest;
import dev.fakebeeper.contract.BodyPart;
import dev.fakebeeper.contract.Json;
import dev.fakebeeper.contract.QueryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the body of a request that was kept. */
final class RequestBody {
  private static final String FORM = "application/x-www-form-urlencoded";

  private RequestBody() {}

  /** The declared media type without parameters, in lower case; empty when none is declared. */
  static String mediaType(ApiRequest request) {
    var declared = request.headers().first("Content-Type").orElse("");
    return declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  static boolean isForm(ApiRequest request) {
    return mediaType(request).equals(FORM);
  }

  /**
   * The body as JSON: a form as the object of its fields (one that is there twice as an array), a
   * multipart body as the object of its plain fields and the names of its files; a missing node for
   * anything else.
   */
  static JsonNode tree(Exchange exchange) {
    var request = exchange.request();
    if (!request.parts().isEmpty()) {
      return fields(request);
    }
    if (isForm(request)) {
      return form(request);
    }
    try {
      return Json.mapper().readTree(request.body());
    } catch (IOException e) {
      return MissingNode.getInstance(); // not JSON, which is no mistake here
    }
  }

  private static ObjectNode form(ApiRequest request) {
    var tree = JsonNodeFactory.instance.objectNode();
    QueryText.parse(new String(request.body(), StandardCharsets.UTF_8))
        .values()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) {
                tree.put(name, values.get(0));
              } else {
                values.forEach(tree.withArray("/" + name)::add);
              }
            });
    return tree;
  }

  private static ObjectNode fields(ApiRequest request) {
    var tree = JsonNodeFactory.instance.objectNode();
    for (var part : request.parts()) {
      tree.put(part.name(), isFile(part) ? part.fileName() : text(part));
    }
    return tree;
  }

  static boolean isFile(BodyPart part) {
    return part.fileName() != null;
  }

  static String text(BodyPart part) {
    return new String(part.content(), StandardCharsets.UTF_8);
  }
}
