package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the schemas of the elements of a page, so that each element can be checked by itself.
 *
 * <p>Only plain pages qualify. If a keyword could make the verdict on an element depend on its
 * neighbours or on the page (uniqueItems, oneOf around the page, …), nothing is found and the page
 * is checked as a whole: slower, but never different.
 */
final class ItemsSchema {
  private static final Set<String> ANNOTATIONS =
      Set.of("title", "description", "default", "example", "examples", "deprecated", "$comment");
  private static final Set<String> OF_ARRAY = Set.of("type", "nullable", "items", "allOf", "$ref");
  private static final Set<String> OF_PAGE =
      Set.of(
          "type",
          "nullable",
          "properties",
          "required",
          "allOf",
          "$ref",
          "minProperties",
          "maxProperties",
          "dependentRequired",
          "additionalProperties",
          "unevaluatedProperties");

  private final List<Place> found = new ArrayList<>();
  private boolean plain = true;

  private ItemsSchema() {}

  /** The schemas of the elements of the array {@code items} in the object a schema describes. */
  static Optional<List<Place>> ofPage(Place schema) {
    var search = new ItemsSchema();
    search.page(schema);
    return search.result();
  }

  /** The schemas of the elements of the array that a schema describes. */
  static Optional<List<Place>> ofArray(Place schema) {
    var search = new ItemsSchema();
    search.array(schema);
    return search.result();
  }

  private Optional<List<Place>> result() {
    return plain && !found.isEmpty() ? Optional.of(List.copyOf(found)) : Optional.empty();
  }

  private void page(Place schema) {
    allowOnly(OF_PAGE, schema);
    schema.reference().ifPresent(this::page);
    schema.child("allOf").children().forEach(this::page);
    var items = schema.child("properties").child("items");
    if (items.exists()) {
      array(items);
    }
    for (var keyword : List.of("additionalProperties", "unevaluatedProperties")) {
      var others = schema.child(keyword);
      plain &= !others.exists() || others.node().isBoolean();
    }
  }

  private void array(Place schema) {
    allowOnly(OF_ARRAY, schema);
    schema.reference().ifPresent(this::array);
    schema.child("allOf").children().forEach(this::array);
    if (schema.child("items").exists()) {
      found.add(schema.child("items"));
    }
  }

  private void allowOnly(Set<String> keywords, Place schema) {
    schema
        .node()
        .fieldNames()
        .forEachRemaining(
            keyword ->
                plain &=
                    keywords.contains(keyword)
                        || ANNOTATIONS.contains(keyword)
                        || keyword.startsWith("x-"));
  }
}
