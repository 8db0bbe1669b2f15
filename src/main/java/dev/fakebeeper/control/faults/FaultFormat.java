package dev.fakebeeper.control.faults;

import dev.fakebeeper.control.source.SourceException;
import dev.fakebeeper.control.source.SourceNode;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads faults as scenario files and the control API write them:
 *
 * <pre>{@code
 * name: every-third-read
 * on: {group: reads, chatID: "!lunch:beeper.local"}
 * calls: {every: 3}
 * error: {status: 502, commit: after}
 * }</pre>
 *
 * Exactly one member names the effect.
 */
public final class FaultFormat {
  private FaultFormat() {}

  /**
   * Reads a fault. Whether the contract has the operations is seen when it is planned.
   *
   * @throws SourceException when it is none
   */
  public static Fault read(SourceNode node) {
    var fields = node.asFields("A fault");
    var name = fields.find("name");
    var trigger = TriggerFormat.read(fields);
    var effect = EffectFormat.read(fields);
    fields.done();
    var fault = new Fault(null, trigger, effect);
    return name == null ? fault : made(name, () -> fault.named(name.asText()));
  }

  /** The members that name an effect. */
  public static Set<String> effects() {
    return EffectFormat.names();
  }

  /** Makes a value that checks itself, and says at its place what it cannot be. */
  static <T> T made(SourceNode node, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw node.mistake(
          String.valueOf(e.getMessage()), "No fault can have that", "Correct the value");
    }
  }
}
