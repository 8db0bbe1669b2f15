package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON body of one answer: whole, as a page, or as a list. Safe for use by many threads. */
final class JsonBodyRule {
  private static final Site ITEMS = Site.RESPONSE_BODY.at("/items");

  private final SchemaRule whole;
  private final FragmentRule alone;
  private final Optional<FragmentRule> pageItems;
  private final Optional<FragmentRule> listItems;

  JsonBodyRule(Place schema, CompiledSchemas rules) {
    whole = rules.response(schema);
    alone = new FragmentRule(List.of(whole));
    pageItems = ItemsSchema.ofPage(schema).map(places -> fragments(places, rules));
    listItems = ItemsSchema.ofArray(schema).map(places -> fragments(places, rules));
  }

  private static FragmentRule fragments(List<Place> schemas, CompiledSchemas rules) {
    return new FragmentRule(schemas.stream().map(rules::response).toList());
  }

  /** The schema of the body as one value. */
  SchemaRule whole() {
    return whole;
  }

  /** What a body breaks that carries JSON. */
  List<Violation> violations(Body body) {
    if (body instanceof Body.Json json) {
      return whole.violations(json.tree(), Site.RESPONSE_BODY);
    }
    if (body instanceof Body.Fragment fragment) {
      return alone.violations(fragment.value(), Site.RESPONSE_BODY);
    }
    if (body instanceof Body.Page page) {
      return pageItems.isPresent() ? page(page, pageItems.get()) : whole(page);
    }
    if (body instanceof Body.Items items) {
      return listItems.isPresent() ? list(items, listItems.get()) : whole(items);
    }
    throw new AssertionError("no JSON body: " + body);
  }

  /** The envelope is checked around an empty array: each item is judged by its own schema. */
  private List<Violation> page(Body.Page page, FragmentRule itemRule) {
    var envelope = JsonNodeFactory.instance.objectNode();
    envelope.putArray("items");
    envelope.setAll(page.rest());
    var ofEnvelope = whole.violations(envelope, Site.RESPONSE_BODY);
    return joined(ofEnvelope, itemRule.violations(page.items(), ITEMS));
  }

  private List<Violation> list(Body.Items list, FragmentRule itemRule) {
    var empty = JsonNodeFactory.instance.arrayNode();
    var ofArray = whole.violations(empty, Site.RESPONSE_BODY);
    return joined(ofArray, itemRule.violations(list.items(), Site.RESPONSE_BODY));
  }

  private static List<Violation> joined(List<Violation> first, List<Violation> second) {
    if (first.isEmpty()) {
      return second;
    }
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<Violation> whole(Body body) {
    return whole.violations(JsonBody.tree(body).orElseThrow(), Site.RESPONSE_BODY);
  }
}
