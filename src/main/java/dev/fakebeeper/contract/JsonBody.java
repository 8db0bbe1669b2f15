package dev.fakebeeper.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The JSON of a body as one tree, whichever way the body carries it. */
public final class JsonBody {
  private JsonBody() {}

  /**
   * The tree of a body; empty when it carries no JSON, or text that claims to be JSON and is not.
   * Parts of it may belong to others, so it is never written to.
   */
  public static Optional<JsonNode> tree(Body body) {
    if (body instanceof Body.Json json) {
      return Optional.of(json.tree());
    }
    if (body instanceof Body.Fragment fragment) {
      return Optional.of(fragment.value().tree());
    }
    if (body instanceof Body.Page page) {
      var tree = JsonNodeFactory.instance.objectNode();
      tree.set("items", array(page.items()));
      return Optional.of(tree.setAll(page.rest()));
    }
    if (body instanceof Body.Items items) {
      return Optional.of(array(items.items()));
    }
    return body instanceof Body.Text text && MediaType.parse(text.contentType()).isJson()
        ? parsed(text.text())
        : Optional.empty();
  }

  private static ArrayNode array(List<JsonFragment> items) {
    var array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(item.tree()));
    return array;
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(Json.mapper().readTree(text)).filter(tree -> !tree.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty(); // whoever checks the answer says what is wrong with it
    }
  }

  /** The answer with a rewritten tree; text stays text, since it has a media type of its own. */
  static Rewritten<ApiResponse> rewritten(ApiResponse response, Rewritten<JsonNode> tree) {
    if (tree.changes().isEmpty()) {
      return new Rewritten<>(response, tree.changes(), tree.unmatched());
    }
    var body =
        response.body() instanceof Body.Text text
            ? new Body.Text(text.contentType(), text(tree.message()))
            : new Body.Json(tree.message());
    var answer = new ApiResponse(response.status(), response.headers(), body);
    return new Rewritten<>(answer, tree.changes(), tree.unmatched());
  }

  /** The frame with a rewritten tree. */
  static Rewritten<String> rewritten(String frame, Rewritten<JsonNode> tree) {
    var text = tree.changes().isEmpty() ? frame : text(tree.message());
    return new Rewritten<>(text, tree.changes(), tree.unmatched());
  }

  private static String text(JsonNode tree) {
    return new String(Json.bytes(tree), StandardCharsets.UTF_8);
  }
}
