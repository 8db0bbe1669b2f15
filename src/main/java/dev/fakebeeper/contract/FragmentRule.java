package dev.fakebeeper.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * The schemas that one kind of fragment must keep. A fragment that has kept them once is never
 * checked again, because neither it nor they ever change. Safe for use by many threads.
 */
final class FragmentRule {
  private final List<SchemaRule> schemas;

  FragmentRule(List<SchemaRule> schemas) {
    this.schemas = List.copyOf(schemas);
  }

  /** What a fragment breaks; empty for one that is already known to be good. */
  List<Violation> violations(JsonFragment fragment, Site site) {
    if (fragment.isCheckedAgainst(key())) {
      return List.of();
    }
    var tree = fragment.tree();
    var violations = new ArrayList<Violation>();
    schemas.forEach(schema -> violations.addAll(schema.violations(tree, site)));
    if (violations.isEmpty()) {
      fragment.markCheckedAgainst(key());
    }
    return violations;
  }

  /** A single schema is its own key: a fragment shown alone and in a page is checked once. */
  private Object key() {
    return schemas.size() == 1 ? schemas.get(0) : this;
  }

  /** Checks a list of fragments, each at its index below the site. */
  List<Violation> violations(List<JsonFragment> fragments, Site site) {
    List<Violation> violations = List.of();
    for (int i = 0; i < fragments.size(); i++) {
      if (!fragments.get(i).isCheckedAgainst(key())) {
        var found = violations(fragments.get(i), site.at("/" + i));
        if (!found.isEmpty()) {
          violations = new ArrayList<>(violations);
          violations.addAll(found);
        }
      }
    }
    return violations;
  }
}
