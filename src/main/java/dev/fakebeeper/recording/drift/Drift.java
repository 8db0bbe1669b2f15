package dev.fakebeeper.recording.drift;

/**
 * One difference, as often as it was seen.
 *
 * @param side who differs from the contract
 * @param operation the operationId; method and path when the contract knows none
 * @param part which message of it: {@code answer 200}, {@code request}, {@code frame
 *     message.upserted}
 * @param kind what differs
 * @param place a JSON pointer in which {@code *} stands for any index or key, or the name of a
 *     parameter or header; empty for the whole
 * @param expected what the contract says, in words
 * @param got what was there instead, in words; nothing that was not redacted
 * @param rule the document and its line, such as {@code openapi.yaml:120}; empty when there is none
 * @param count in how many messages it was seen
 * @param example where to look at one of them: a file of the recording and a place in it
 */
public record Drift(
    Side side,
    String operation,
    String part,
    DriftKind kind,
    String place,
    String expected,
    String got,
    String rule,
    int count,
    String example) {

  /** Who differs from the contract. */
  public enum Side {
    /** The real application: the contract is wrong or old. */
    APP,
    /** The client under record: it asks for what the contract does not have. */
    CLIENT
  }

  Drift seenAgain() {
    return new Drift(side, operation, part, kind, place, expected, got, rule, count + 1, example);
  }

  /** One line for people, without the operation. */
  public String text() {
    var text = new StringBuilder(kind.text());
    if (!place.isEmpty()) {
      text.append(' ').append(place);
    }
    text.append(" in ").append(part);
    if (!expected.isEmpty()) {
      text.append(": expected ").append(expected);
    }
    if (!got.isEmpty()) {
      text.append(expected.isEmpty() ? ": got " : ", got ").append(got);
    }
    text.append(count == 1 ? " (once" : " (" + count + " times");
    if (!rule.isEmpty()) {
      text.append("; ").append(rule);
    }
    return text.append("; see ").append(example).append(')').toString();
  }
}
