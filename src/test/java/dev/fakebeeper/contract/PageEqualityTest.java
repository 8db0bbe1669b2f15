package dev.fakebeeper.contract;

import static dev.fakebeeper.contract.TestContracts.operation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checking a page item by item finds exactly what checking it as one tree finds. */
class PageEqualityTest {
  private static final int ROUNDS = 300;
  private static final Contract SHAPES = TestContracts.load("shapes.yaml");
  private static final List<String> VALUES =
      List.of(
          "\"a\"",
          "\"\"",
          "\"on\"",
          "1",
          "99",
          "1.5",
          "null",
          "true",
          "{}",
          "[]",
          "{\"type\":\"person\"}",
          "{\"type\":\"firm\",\"seat\":\"x\"}",
          "{\"seat\":\"x\"}");
  private static final List<String> NAMES =
      List.of("id", "state", "level", "maker", "hasMore", "cursor", "other");

  @ParameterizedTest
  @ValueSource(strings = {"listClosed", "listUnique"})
  void a_page_and_its_tree_have_the_same_violations(String id) {
    var random = Seeds.random("PageEqualityTest " + id);
    var list = operation(SHAPES, id);
    for (int round = 0; round < ROUNDS; round++) {
      var items = items(random);
      var rest = damaged(object("{\"hasMore\":true}"), random);
      var page = new Body.Page(items.stream().map(JsonFragment::of).toList(), rest);
      var tree = JsonNodeFactory.instance.objectNode();
      tree.putArray("items").addAll(items);
      tree.setAll(rest);

      assertThat(SHAPES.checkResponse(list, ApiResponse.ok(page)))
          .as(tree.toString())
          .containsExactlyInAnyOrderElementsOf(SHAPES.checkResponse(list, ApiResponse.ok(tree)));
    }
  }

  @Test
  void a_bare_list_and_its_tree_have_the_same_violations() {
    var random = Seeds.random("PageEqualityTest listBare");
    var list = operation(SHAPES, "listBare");
    for (int round = 0; round < ROUNDS; round++) {
      var items = items(random);
      ArrayNode tree = JsonNodeFactory.instance.arrayNode().addAll(items);
      var body = new Body.Items(items.stream().map(JsonFragment::of).toList());

      assertThat(SHAPES.checkResponse(list, ApiResponse.ok(body)))
          .as(tree.toString())
          .containsExactlyInAnyOrderElementsOf(SHAPES.checkResponse(list, ApiResponse.ok(tree)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"listChats", "searchChats", "listMessages", "searchMessages", "listContacts"})
  void a_page_of_the_real_contract_and_its_tree_have_the_same_violations(String id) {
    var random = Seeds.random("PageEqualityTest " + id);
    var contract = Contract.bundled();
    var list = operation(contract, id);
    var example = (Body.Fragment) contract.example(list).body();
    for (int round = 0; round < ROUNDS; round++) {
      var tree = (ObjectNode) example.value().tree();
      for (int i = random.nextInt(4); i > 0; i--) {
        damageSomewhere(tree, random);
      }
      if (tree.path("items").isArray()) {
        var items = new ArrayList<JsonFragment>();
        tree.path("items").forEach(item -> items.add(JsonFragment.of(item)));
        var page = new Body.Page(items, tree.deepCopy().without(List.of("items")));

        assertThat(contract.checkResponse(list, ApiResponse.ok(page)))
            .as(tree.toString())
            .containsExactlyInAnyOrderElementsOf(
                contract.checkResponse(list, ApiResponse.ok(tree)));
      }
    }
  }

  /** Replaces or removes one member, somewhere down a random way. */
  private static void damageSomewhere(JsonNode tree, Random random) {
    var place = tree;
    while (place.size() > 0) {
      int index = random.nextInt(place.size());
      var names = new ArrayList<String>();
      place.fieldNames().forEachRemaining(names::add);
      var child = names.isEmpty() ? place.get(index) : place.get(names.get(index));
      if (place instanceof ObjectNode object && (child.isEmpty() || random.nextInt(4) == 0)) {
        damage(object, names.get(index), random);
        return;
      }
      place = child;
    }
  }

  private static void damage(ObjectNode object, String name, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "X", object.get(name));
      default -> object.set(name, value(VALUES.get(random.nextInt(VALUES.size()))));
    }
  }

  @Test
  void every_page_of_the_real_contract_can_be_checked_item_by_item() {
    var document = DocumentReader.bundled();
    var pages =
        document.at("/components/schemas").children().stream()
            .filter(schema -> schema.node().path("properties").has("hasMore"))
            .filter(schema -> schema.node().path("properties").has("items"))
            .filter(schema -> schema.node().path("properties").has("oldestCursor"))
            .toList();

    assertThat(pages)
        .hasSizeGreaterThan(3)
        .allSatisfy(page -> assertThat(ItemsSchema.ofPage(page)).as(page.name()).isPresent());
  }

  private static List<JsonNode> items(Random random) {
    var items = new ArrayList<JsonNode>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(damaged(object("{\"id\":\"ab\",\"state\":\"on\"}"), random));
    }
    return items;
  }

  /** Changes some members at random, often none. */
  private static ObjectNode damaged(ObjectNode object, Random random) {
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      var name = NAMES.get(random.nextInt(NAMES.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, value(VALUES.get(random.nextInt(VALUES.size()))));
      }
    }
    return object;
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) value(json);
  }

  private static JsonNode value(String json) {
    return Json.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
