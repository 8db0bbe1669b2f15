package dev.fakebeeper.control.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Collects where the elements of a state file disagree. Used once, by one thread. */
final class Findings {
  private final StateDraft draft;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Named> missing = new HashSet<>();

  Findings(StateDraft draft) {
    this.draft = draft;
  }

  /** A thousand problems at most, in the order in which they were found. */
  List<Problem> problems() {
    return problems;
  }

  /** The place of an element. Nearly all of them are in order, so pointers are made late. */
  record Spot(Section<?> section, int index) {
    @Override
    public String toString() {
      return "/" + section.name() + "/" + index;
    }
  }

  /** Something that is named by its id. */
  record Named(String kind, String id) {}

  /** A number that was given out last, and the counter that says so. */
  record Last(String pointer, long number) {}

  <T> void each(Section<T> section, BiConsumer<Spot, T> look) {
    var index = 0;
    for (var element : draft.all(section)) {
      look.accept(new Spot(section, index), element);
      index++;
    }
  }

  /** Notes who shares a key with one before, and returns all keys. */
  <T, K> Set<K> unique(Section<T> section, String member, Function<T, K> key) {
    var first = new HashMap<K, Spot>();
    each(section, (at, element) -> unique(first, key.apply(element), at, member));
    return first.keySet();
  }

  /** Notes who shares a key with one before in the same group. */
  <T> void unique(
      Section<T> section, String member, Function<T, String> group, Function<T, Object> key) {
    var first = new HashMap<String, Map<Object, Spot>>();
    each(
        section,
        (at, element) -> {
          var inGroup = first.computeIfAbsent(group.apply(element), one -> new HashMap<>());
          unique(inGroup, key.apply(element), at, member);
        });
  }

  private <K> void unique(Map<K, Spot> first, K key, Spot at, String member) {
    var earlier = first.putIfAbsent(key, at);
    if (earlier != null) {
      add(
          new Problem(
              at + "/" + member,
              "This is taken",
              earlier + " has the same",
              "Change it, or remove one of them"));
    }
  }

  void refer(Spot at, String member, Named target, Set<String> known) {
    if (!known.contains(target.id())) {
      noSuch(at, member, target);
    }
  }

  /** Said once: whoever forgets one account would read of all its chats and contacts otherwise. */
  void noSuch(Spot at, String member, Named target) {
    if (missing.add(target)) {
      add(
          new Problem(
              at + "/" + member,
              "There is no " + target.kind() + " \"" + target.id() + "\"",
              "What is named must be in the file, and this is the first to name it",
              "Add the " + target.kind() + ", or remove all that names it"));
    }
  }

  /** A number behind the last one would be given out again, in place of what has it. */
  void notBehind(Spot at, String member, long number, Last last) {
    if (number > last.number()) {
      add(
          new Problem(
              at + "/" + member,
              "The number " + number + " comes after " + last.number(),
              "By " + last.pointer() + " that is the last one, so this would be given out again",
              "Raise " + last.pointer()));
    }
  }

  void add(Problem problem) {
    if (problems.size() < StateException.MOST) {
      problems.add(problem);
    }
  }
}
