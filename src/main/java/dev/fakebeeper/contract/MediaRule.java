package dev.fakebeeper.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One media type that a body may have.
 *
 * @param type the media type, or a range of them
 * @param place where the document describes it
 */
record MediaRule(MediaType type, Place place) {

  /** The media types of a {@code content} object, exact ones before ranges. */
  static List<MediaRule> of(Place content) {
    return content.children().stream()
        .map(media -> new MediaRule(MediaType.parse(media.name()), media))
        .sorted(Comparator.comparing(rule -> rule.type().name().indexOf('*') >= 0))
        .toList();
  }

  /** The first of the given that takes the media type in. */
  static Optional<MediaRule> find(List<MediaRule> rules, MediaType type) {
    return rules.stream().filter(rule -> rule.type().covers(type)).findFirst();
  }

  static Optional<MediaRule> json(List<MediaRule> rules) {
    return rules.stream().filter(rule -> rule.type().isJson()).findFirst();
  }

  /** All of the given in words. */
  static String describe(List<MediaRule> rules) {
    var names = rules.stream().map(rule -> rule.type().name()).toList();
    return names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names);
  }

  /** The schema, which does not exist when anything goes. */
  Place schema() {
    return place.child("schema");
  }
}
