package dev.fakebeeper.contract;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One message of swagger-parser, taken apart. It writes places in a way of its own, such as {@code
 * attribute paths.'/a'(get).responses is missing}.
 *
 * @param place the nearest place of the document that the message speaks of
 * @param location the place in the words of the message
 * @param text what is wrong there
 */
record SwaggerFault(Place place, String location, String text) {
  private static final Pattern MESSAGE =
      Pattern.compile("(?:attribute )?(\\S+?)\\.? (.*)", Pattern.DOTALL);
  private static final Pattern STEP =
      Pattern.compile("'([^']*)'|\\(([^)]*)\\)|\\[(\\d+)]|([^.'()\\[\\]]+)");

  static SwaggerFault of(Document document, String message) {
    var parts = MESSAGE.matcher(message);
    if (!parts.matches()) {
      return new SwaggerFault(document.at(""), "document", message);
    }
    return new SwaggerFault(place(document, parts.group(1)), parts.group(1), parts.group(2));
  }

  /** The deepest existing place on the way that the location names. */
  private static Place place(Document document, String location) {
    var place = document.at("");
    var steps = STEP.matcher(location);
    while (steps.find()) {
      var next = place.child(step(steps));
      if (!next.exists()) {
        return place;
      }
      place = next;
    }
    return place;
  }

  private static String step(MatchResult steps) {
    for (int group = 1; group < 4; group++) {
      if (steps.group(group) != null) {
        return steps.group(group);
      }
    }
    return steps.group(4);
  }

  /** Whether the document only says more than OpenAPI knows. */
  boolean isUnknownMember() {
    return text.startsWith("is unexpected");
  }

  /** Whether it is about a boolean schema, which 3.1 allows and swagger-parser calls a fault. */
  boolean isBooleanSchema() {
    return place.node().isBoolean();
  }
}
