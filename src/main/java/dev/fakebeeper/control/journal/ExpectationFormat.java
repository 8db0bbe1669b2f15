package dev.fakebeeper.control.journal;

import dev.fakebeeper.control.source.Fields;
import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads expectations as the control API writes them:
 *
 * <pre>{@code
 * {"requests": {"operation": "sendMessage", "body": {"$.text": "noon?"}}, "times": 1}
 * {"events": {"frameType": "message.upserted"}, "atLeast": 2, "within": "PT5S"}
 * {"inOrder": [{"requests": {"operation": "archiveChat"}}, {"requests": {"operation": "sendMessage"}}]}
 * }</pre>
 *
 * Without a number one entry at least is expected.
 */
public final class ExpectationFormat {
  private ExpectationFormat() {}

  /**
   * Reads an expectation.
   *
   * @throws SourceException when it is none
   */
  public static Expectation read(SourceNode node) {
    var fields = node.asFields("An expectation");
    var steps = fields.find("inOrder");
    var within = fields.find("within");
    var expectation = steps == null ? count(node, fields) : inOrder(node, steps);
    fields.done();
    return within == null ? expectation : made(within, () -> expectation.within(length(within)));
  }

  private static Duration length(SourceNode node) {
    try {
      return Duration.parse(node.asText());
    } catch (DateTimeParseException e) {
      throw node.mistake(
          "\"" + node.asText() + "\" is no length of time",
          "It is in ISO 8601, and in the time of the machine",
          "Write PT5S, say");
    }
  }

  private static Expectation inOrder(SourceNode node, SourceNode steps) {
    var queries = steps.asList(ExpectationFormat::step);
    return made(node, () -> Verify.inOrder(queries.toArray(EntryQuery[]::new)));
  }

  private static EntryQuery step(SourceNode node) {
    var fields = node.asFields("A step");
    var query = QueryFormat.read(fields);
    fields.done();
    return query;
  }

  private static Expectation count(SourceNode node, Fields fields) {
    var query = QueryFormat.read(fields);
    var numbers =
        new Numbers(fields.number("times"), fields.number("atLeast"), fields.number("atMost"));
    return made(node, () -> numbers.of(node, query));
  }

  /** How many; one of them at most. */
  private record Numbers(
      @Nullable Integer times, @Nullable Integer atLeast, @Nullable Integer atMost) {
    Expectation of(SourceNode node, EntryQuery query) {
      int given = (times == null ? 0 : 1) + (atLeast == null ? 0 : 1) + (atMost == null ? 0 : 1);
      if (given > 1) {
        throw node.mistake(
            "There is more than one number",
            "Only one of times, atLeast, atMost can be",
            "Keep one; times: 0 means never");
      }
      if (times != null) {
        return query.times(times);
      }
      return atMost == null ? query.atLeast(atLeast == null ? 1 : atLeast) : query.atMost(atMost);
    }
  }

  /** Makes a value that checks itself, and says at its place what it cannot be. */
  static <T> T made(SourceNode node, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw node.mistake(
          String.valueOf(e.getMessage()), "Nobody can expect that", "Correct the value");
    }
  }
}
