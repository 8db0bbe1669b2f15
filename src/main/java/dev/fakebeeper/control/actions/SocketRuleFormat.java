package dev.fakebeeper.control.actions;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.OneOf;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import dev.fakebeeper.events.EventMatch;
import dev.fakebeeper.events.Numbering;
import dev.fakebeeper.events.StreamEffect;
import dev.fakebeeper.events.StreamRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads rules for event sockets as scenario files and the control API write them:
 *
 * <pre>{@code
 * on: {type: message.upserted, chatID: "!lunch:beeper.local"}
 * times: 3
 * duplicate: {copies: 2}
 * }</pre>
 *
 * Exactly one member names the effect. Without {@code on} every event matches, without {@code
 * times} the rule acts until it is removed.
 */
public final class SocketRuleFormat {
  static final Choice<Numbering> NUMBERING = Choice.of(Numbering.values(), SocketRuleFormat::word);

  private static final Map<String, Function<SourceNode, StreamEffect>> EFFECTS = effects();

  private SocketRuleFormat() {}

  static String word(Numbering numbering) {
    return switch (numbering) {
      case ON_ARRIVAL -> "onArrival";
      case ON_DEPARTURE -> "onDeparture";
    };
  }

  private static Map<String, Function<SourceNode, StreamEffect>> effects() {
    var readers = new LinkedHashMap<String, Function<SourceNode, StreamEffect>>();
    readers.put("lose", node -> new StreamEffect.Lose(numbered(node, Numbering.ON_ARRIVAL)));
    readers.put("duplicate", SocketRuleFormat::duplicate);
    readers.put("reorder", SocketRuleFormat::reorder);
    readers.put("hold", node -> new StreamEffect.Hold(numbered(node, Numbering.ON_DEPARTURE)));
    readers.put("withoutEntries", node -> none(node, new StreamEffect.WithoutEntries()));
    readers.put("numberTimestamps", node -> none(node, new StreamEffect.NumberTimestamps()));
    return Collections.unmodifiableMap(readers);
  }

  /**
   * Reads a rule.
   *
   * @throws SourceException when it is none, or could never act
   */
  public static StreamRule read(SourceNode node) {
    var fields = node.asFields("A rule for sockets");
    var match = fields.or("on", SocketRuleFormat::match, EventMatch.any());
    var times = fields.number("times", StreamRule.ALWAYS);
    var effect = new OneOf<>(EFFECTS, "Say what happens to the events, say lose: {}").read(fields);
    fields.done();
    return SocketActionFormat.made(node, () -> new StreamRule(match, times, effect));
  }

  private static EventMatch match(SourceNode node) {
    var fields = node.asFields("What a rule is about");
    var type = fields.text("type");
    var chat = fields.text("chatID");
    var socket = fields.text("socketID");
    fields.done();
    return SocketActionFormat.made(node, () -> new EventMatch(type, chat, socket));
  }

  private static Numbering numbered(SourceNode node, Numbering usual) {
    var fields = node.asFields("An effect");
    var numbering = numbering(fields, usual);
    fields.done();
    return numbering;
  }

  private static Numbering numbering(Fields fields, Numbering usual) {
    return fields.or("numbered", NUMBERING::read, usual);
  }

  private static StreamEffect none(SourceNode node, StreamEffect effect) {
    node.asFields("An effect").done();
    return effect;
  }

  private static StreamEffect duplicate(SourceNode node) {
    var fields = node.asFields("A duplication");
    var copies = fields.number("copies", 2);
    var numbering = numbering(fields, Numbering.ON_DEPARTURE);
    fields.done();
    return SocketActionFormat.made(node, () -> new StreamEffect.Duplicate(copies, numbering));
  }

  private static StreamEffect reorder(SourceNode node) {
    var fields = node.asFields("A change of places");
    var size = fields.number("size", 2);
    var numbering = numbering(fields, Numbering.ON_DEPARTURE);
    fields.done();
    return SocketActionFormat.made(node, () -> new StreamEffect.Reorder(size, numbering));
  }
}
