package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.People;
import dev.fakebeeper.world.User;
import dev.fakebeeper.world.Words;
import dev.fakebeeper.world.json.UserReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contacts that were shown. Where nobody listed them, whoever stands in a chat counts as a
 * contact too, unless a search would have found them and did not.
 */
final class Contacts {
  private final Map<String, Map<String, User>> shown = new LinkedHashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, List<Words>> searches = new LinkedHashMap<>();

  void listed(String accountId, JsonNode items) {
    listed.add(accountId);
    items.forEach(item -> add(accountId, item));
  }

  void found(String accountId, String query, JsonNode items) {
    searches
        .computeIfAbsent(accountId, id -> new ArrayList<>())
        .add(Words.of(query, Words.Match.SUBSTRING));
    items.forEach(item -> add(accountId, item));
  }

  private void add(String accountId, JsonNode item) {
    if (item instanceof ObjectNode tree && tree.path("id").isTextual()) {
      shown
          .computeIfAbsent(accountId, id -> new LinkedHashMap<>())
          .putIfAbsent(tree.path("id").textValue(), UserReader.read(tree));
    }
  }

  /** The contacts of an account. */
  Collection<User> of(String accountId, Collection<User> met) {
    var all = new LinkedHashMap<>(shown.getOrDefault(accountId, Map.of()));
    if (!listed.contains(accountId)) {
      met.stream()
          .filter(user -> !user.self() && !wouldBeFound(accountId, user))
          .forEach(user -> all.putIfAbsent(user.id(), user));
    }
    return all.values();
  }

  boolean areAssumed(String accountId) {
    return !listed.contains(accountId);
  }

  private boolean wouldBeFound(String accountId, User user) {
    return searches.getOrDefault(accountId, List.of()).stream()
        .anyMatch(words -> People.fits(user, words));
  }
}
