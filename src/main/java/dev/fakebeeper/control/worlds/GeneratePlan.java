package dev.fakebeeper.control.worlds;

import dev.fakebeeper.control.source.Place;
import dev.fakebeeper.control.source.SourceNode;
import java.time.Duration;
import java.util.List;

/**
 * Invented messages that stand before the written ones of a chat.
 *
 * @param place where it stands
 * @param messages how many
 * @param topics what they are about
 * @param people who writes; empty for the owner and the members
 * @param oldest how long before the start the first one is
 * @param newest how long before the start the last one is, about
 */
record GeneratePlan(
    Place place,
    int messages,
    List<Ref> topics,
    List<Ref> people,
    Duration oldest,
    Duration newest) {
  private static final Duration OLDEST = Duration.ofDays(60);
  private static final Duration NEWEST = Duration.ofDays(2);

  static GeneratePlan read(SourceNode node) {
    var fields = node.asFields("The member \"generate\"");
    var plan =
        new GeneratePlan(
            node.place(),
            fields.require("messages").asCount(),
            fields.require("topics").asList(Ref.READ),
            fields.list("people", Ref.READ),
            fields.or("oldest", Span::read, OLDEST),
            fields.or("newest", Span::read, NEWEST));
    fields.done();
    if (plan.messages() < 1
        || plan.topics().isEmpty()
        || plan.oldest().compareTo(plan.newest()) <= 0) {
      throw node.mistake(
          "There is no room for these messages",
          "\"messages\" is at least 1, there is a topic, and \"oldest\" is longer ago than \"newest\"",
          "Write {messages: 40, topics: [...], oldest: 60d, newest: 2d}");
    }
    return plan;
  }
}
