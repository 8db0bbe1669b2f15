package dev.fakebeeper.http.control;

import dev.fakebeeper.control.ClockSetting;
import dev.fakebeeper.control.ClockSetting.Mode;
import dev.fakebeeper.control.source.SourceNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a clock shows and how it runs. */
final class ClockFormat {
  private ClockFormat() {}

  static ClockSetting read(SourceNode node) {
    var fields = node.asFields("A clock");
    var mode = Mode.valueOf(fields.require("mode").asText().toUpperCase(Locale.ROOT));
    var at = fields.find("at");
    var rate = fields.find("rate");
    fields.done();
    if (mode == Mode.REAL && at != null) {
      throw at.mistake(
          "A real clock shows the time of the machine",
          "It cannot be set",
          "Leave \"at\" out, or choose the mode frozen or scaled");
    }
    if (mode != Mode.SCALED && rate != null) {
      throw rate.mistake(
          "The rate of this clock is known",
          "Only a scaled clock has one",
          "Leave \"rate\" out, or choose the mode scaled");
    }
    return switch (mode) {
      case REAL -> ClockSetting.real();
      case FROZEN -> new ClockSetting(Mode.FROZEN, instantOrNull(at), 0);
      case SCALED -> new ClockSetting(Mode.SCALED, instantOrNull(at), rate(node, rate));
    };
  }

  private static @Nullable Instant instantOrNull(@Nullable SourceNode at) {
    return at == null ? null : OffsetDateTime.parse(at.asText()).toInstant();
  }

  private static double rate(SourceNode clock, @Nullable SourceNode node) {
    if (node == null) {
      throw clock.mistake(
          "A scaled clock without a rate",
          "It runs a number of times as fast as the machine",
          "Add \"rate\", for instance 60");
    }
    var rate = Double.parseDouble(((SourceNode.Scalar) node).text());
    if (rate == 1) {
      throw node.mistake(
          "A rate of 1 is no scaled clock", "It follows the machine", "Choose the mode real");
    }
    return rate;
  }
}
