package dev.fakebeeper.control.scenarios;

import dev.fakebeeper.control.actions.Length;
import dev.fakebeeper.control.scenarios.Trigger.At;
import dev.fakebeeper.control.scenarios.Trigger.Called;
import dev.fakebeeper.control.scenarios.Trigger.Count;
import dev.fakebeeper.control.scenarios.Trigger.Repeat;
import dev.fakebeeper.control.scenarios.Trigger.StatusRange;
import dev.fakebeeper.control.scenarios.Trigger.Subscribed;
import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads timelines. */
final class TimelineFormat {
  private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");

  private final StepFormat steps;

  /** For a scenario with tokens of its own. */
  TimelineFormat(List<TokenPart> tokens) {
    this.steps = new StepFormat(tokens);
  }

  List<TimelineEntry> read(Fields fields) {
    var nodes = fields.list("timeline", node -> node);
    var entries = new ArrayList<TimelineEntry>(nodes.size());
    for (var node : nodes) {
      entries.add(entry(node, entries.size() + 1));
    }
    return entries;
  }

  private TimelineEntry entry(SourceNode node, int number) {
    var fields = node.asFields("An entry of a timeline");
    var repeat = fields.orNull("repeat", TimelineFormat::repeat);
    var trigger = trigger(fields, repeat);
    var after = fields.or("after", Length::read, Duration.ZERO);
    var all = fields.require("do");
    var entry = new TimelineEntry(number, trigger, after, all.asList(steps::read));
    fields.done();
    if (entry.steps().isEmpty()) {
      throw all.mistake(
          "Nothing is done", "An entry has a step or more", "Add one, such as message");
    }
    return entry;
  }

  private static Trigger trigger(Fields fields, @Nullable Repeat repeat) {
    var at = fields.orNull("at", Length::read);
    var called = fields.orNull("whenCalled", TimelineFormat::called);
    var subscribed = fields.orNull("whenSubscribed", TimelineFormat::subscribed);
    var triggers =
        Stream.of(at == null ? null : new At(at, repeat), called, subscribed)
            .filter(Objects::nonNull)
            .toList();
    if (triggers.size() != 1) {
      throw fields.mistake(
          triggers.isEmpty() ? "It is not said when" : "It is said more than once when",
          "An entry has one of at, whenCalled, whenSubscribed",
          triggers.isEmpty() ? "Add \"at: PT5S\"" : "Split it into two entries");
    }
    if (repeat != null && at == null) {
      throw fields.mistake(
          "Only what begins at a time is repeated",
          "What a client does again can begin it again",
          "Remove \"repeat\", or write \"every\" in place of \"times\" for the trigger");
    }
    return triggers.get(0);
  }

  private static Repeat repeat(SourceNode node) {
    var fields = node.asFields("A repetition");
    var every = fields.require("every");
    var span = Length.read(every);
    var times = fields.orNull("times", TimelineFormat::atLeastOne);
    fields.done();
    if (span.isZero()) {
      throw every.mistake(
          "It is repeated without end at one instant",
          "Some time passes between two times",
          "Write a length above zero, such as PT10S");
    }
    return new Repeat(span, times);
  }

  private static Called called(SourceNode node) {
    var fields = node.asFields("A call that is waited for");
    var called =
        new Called(
            OperationNames.read(fields.require("operation")),
            fields.text("chatID"),
            fields.orNull("status", TimelineFormat::status),
            count(fields));
    fields.done();
    return called;
  }

  private static Subscribed subscribed(SourceNode node) {
    var fields = node.asFields("A subscription that is waited for");
    var subscribed = new Subscribed(fields.text("chatID"), count(fields));
    fields.done();
    return subscribed;
  }

  private static Count count(Fields fields) {
    var times = fields.orNull("times", TimelineFormat::atLeastOne);
    var every = fields.orNull("every", TimelineFormat::atLeastOne);
    if (times != null && every != null) {
      throw fields.mistake(
          "There are \"times\" and \"every\"",
          "times means the n-th time only, every means each n-th time",
          "Remove one of them");
    }
    return every != null ? new Count(every, true) : new Count(times == null ? 1 : times, false);
  }

  private static Integer atLeastOne(SourceNode node) {
    var number = node.asCount();
    if (number == 0) {
      throw node.mistake("0 is no time", "The first is 1", "Write 1 or more");
    }
    return number;
  }

  /** A status such as 502, or all of a class such as 5xx. */
  private static StatusRange status(SourceNode node) {
    var text = node instanceof SourceNode.Scalar scalar ? scalar.text() : "";
    if (!STATUS.matcher(text).matches()) {
      throw node.mistake(
          "This is no status", "It is three digits, or a class of them", "Write 502 or 5xx");
    }
    return text.endsWith("xx")
        ? new StatusRange(number(text.charAt(0) + "00"), number(text.charAt(0) + "99"))
        : new StatusRange(number(text), number(text));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
