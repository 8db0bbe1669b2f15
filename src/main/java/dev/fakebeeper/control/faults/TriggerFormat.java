package dev.fakebeeper.control.faults;

import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.OneOf;
import dev.fakebeeper.control.source.SourceNode;
import dev.fakebeeper.control.worlds.Choice;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Reads when a fault strikes. */
final class TriggerFormat {
  static final Choice<Group> GROUP = Choice.of(Group.values(), Group::word);

  private static final Map<String, Function<SourceNode, Reach>> REACHES = reaches();
  private static final Map<String, LongFunction<Count>> COUNTS = counts();

  private TriggerFormat() {}

  private static Map<String, Function<SourceNode, Reach>> reaches() {
    var readers = new LinkedHashMap<String, Function<SourceNode, Reach>>();
    readers.put("operation", node -> new Reach.Operations(List.of(node.asText())));
    readers.put(
        "operations",
        node ->
            FaultFormat.made(node, () -> new Reach.Operations(node.asList(SourceNode::asText))));
    readers.put("group", node -> new Reach.OfGroup(GROUP.read(node)));
    readers.put("tag", node -> new Reach.OfTag(node.asText()));
    return readers;
  }

  private static Map<String, LongFunction<Count>> counts() {
    var makers = new LinkedHashMap<String, LongFunction<Count>>();
    makers.put("nth", Count.Nth::new);
    makers.put("first", Count.First::new);
    makers.put("every", Count.Every::new);
    makers.put("after", Count.After::new);
    return makers;
  }

  /** Reads the members of a fault that are not its effect. */
  static FaultTrigger read(Fields fault) {
    var trigger = on(fault.require("on"));
    var calls = fault.find("calls");
    var chance = fault.find("probability");
    var window = fault.find("during");
    if (calls != null) {
      trigger = trigger.withCount(count(calls));
    }
    if (window != null) {
      trigger = trigger.withWindow(window(window));
    }
    return chance == null ? trigger : likely(trigger, chance);
  }

  private static FaultTrigger on(SourceNode node) {
    var fields = node.asFields("What a fault is about");
    var chat = fields.text("chatID");
    var account = fields.text("accountID");
    var reach = new OneOf<>(REACHES, "Say which calls, for instance group: all").read(fields);
    fields.done();
    return FaultTrigger.of(reach).withChatId(chat).withAccountId(account);
  }

  private static Count count(SourceNode node) {
    var readers = new LinkedHashMap<String, Function<SourceNode, Count>>();
    COUNTS.forEach(
        (name, maker) ->
            readers.put(
                name, value -> FaultFormat.made(value, () -> maker.apply(value.asNumber()))));
    var fields = node.asFields("Which calls a fault strikes");
    var count = new OneOf<>(readers, "Say which of the calls, for instance first: 1").read(fields);
    fields.done();
    return count;
  }

  private static FaultTrigger likely(FaultTrigger trigger, SourceNode node) {
    if (!(node instanceof SourceNode.Scalar scalar) || scalar.form() != SourceNode.Form.NUMBER) {
      throw node.mistake("This is " + node.kind(), "It should be a number", "Write 0.3, say");
    }
    return FaultFormat.made(node, () -> trigger.probability(Double.parseDouble(scalar.text())));
  }

  private static Window window(SourceNode node) {
    var fields = node.asFields("The time in which a fault strikes");
    var from = fields.or("from", TriggerFormat::bound, new Window.Open());
    var to = fields.or("to", TriggerFormat::bound, new Window.Open());
    fields.done();
    return FaultFormat.made(node, () -> new Window(from, to));
  }

  /** An instant has a {@code T} behind a date, a length of time has not. */
  private static Window.Bound bound(SourceNode node) {
    var text = node.asText();
    if (!text.matches("\\d{4}-.*")) {
      return new Window.Since(Length.read(node));
    }
    try {
      return new Window.At(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw node.mistake(
          "\"" + text + "\" is no instant",
          "It is in ISO 8601 with a zone, or a length of time since the fault was planned",
          "Write 2026-06-15T09:30:00Z or PT10S");
    }
  }
}
