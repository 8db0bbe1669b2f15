package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** Looks through the JSON body of one answer: each fragment once for each client's record. */
final class BodyProbe {
  private final Probe whole;
  private final Optional<List<Probe>> pageItems;
  private final Optional<List<Probe>> listItems;

  /** The probe of the bodies of a schema; {@code subject} has what is not in a component. */
  BodyProbe(Place schema, String subject, Probes probes) {
    whole = probes.of(schema, subject, "");
    pageItems = ItemsSchema.ofPage(schema).map(places -> items(places, subject, probes));
    listItems = ItemsSchema.ofArray(schema).map(places -> items(places, subject, probes));
  }

  /** They are known already, as parts of the whole. */
  private static List<Probe> items(List<Place> places, String subject, Probes probes) {
    return places.stream().map(place -> probes.of(place, subject, "/items/*")).toList();
  }

  void walk(Body body, Hits hits) {
    if (body instanceof Body.Fragment fragment) {
      walk(fragment.value(), List.of(whole), hits);
    } else if (body instanceof Body.Page page && pageItems.isPresent()) {
      var envelope = JsonNodeFactory.instance.objectNode();
      envelope.putArray("items");
      whole.walk(envelope.setAll(page.rest()), hits);
      page.items().forEach(item -> walk(item, pageItems.get(), hits));
    } else if (body instanceof Body.Items list && listItems.isPresent()) {
      list.items().forEach(item -> walk(item, listItems.get(), hits));
    } else {
      JsonBody.tree(body).ifPresent(tree -> whole.walk(tree, hits));
    }
  }

  private static void walk(JsonFragment fragment, List<Probe> probes, Hits hits) {
    if (hits.isNew(fragment, probes.get(0))) {
      var tree = fragment.tree();
      probes.forEach(probe -> probe.walk(tree, hits));
    }
  }
}
