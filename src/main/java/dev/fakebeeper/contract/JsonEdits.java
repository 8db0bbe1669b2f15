package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rewrites JSON without asking a schema, for answers as they were seen to drift: a number for a
 * text, null for a list. Edits are made in their order, each on what the one before left. What is
 * given is never written to.
 */
public final class JsonEdits {
  private JsonEdits() {}

  /** An answer with edits; one that carries no JSON stays as it is, and every edit is unmatched. */
  public static Rewritten<ApiResponse> apply(ApiResponse response, List<JsonEdit> edits) {
    var tree = JsonBody.tree(response.body());
    if (tree.isEmpty()) {
      return new Rewritten<>(response, List.of(), edits.stream().map(JsonEdit::pointer).toList());
    }
    return JsonBody.rewritten(response, apply(tree.get(), edits));
  }

  /**
   * A frame with edits.
   *
   * @param frame the JSON text of a frame of the server
   */
  public static Rewritten<String> apply(String frame, List<JsonEdit> edits) {
    var tree = Json.parse(frame.getBytes(StandardCharsets.UTF_8));
    return JsonBody.rewritten(frame, apply(tree, edits));
  }

  /** A tree with edits. */
  public static Rewritten<JsonNode> apply(JsonNode tree, List<JsonEdit> edits) {
    var edited = tree;
    var told = new ArrayList<JsonChange>();
    var unmatched = new ArrayList<String>();
    for (var edit : edits) {
      var changes = changes(edited, edit);
      if (changes.isEmpty()) {
        unmatched.add(edit.pointer());
      }
      edited = TreeChange.applied(edited, changes);
      changes.forEach(change -> told.add(change.told()));
    }
    return new Rewritten<>(told.isEmpty() ? tree : edited, told, unmatched);
  }

  private static List<TreeChange> changes(JsonNode tree, JsonEdit edit) {
    var pattern = PointerPattern.of(edit.pointer());
    if (edit instanceof JsonEdit.Set set) {
      return pattern.settable(tree).stream()
          .map(place -> TreeChange.set(place, set.value()))
          .toList();
    }
    if (edit instanceof JsonEdit.Remove) {
      var removals =
          new ArrayList<>(pattern.existing(tree).stream().map(TreeChange::remove).toList());
      Collections.reverse(removals); // the last item first, so that no index moves
      return removals;
    }
    throw new AssertionError(edit);
  }
}
