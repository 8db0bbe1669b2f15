package dev.fakebeeper.control.lift;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the app's clock showed when the recording began. Nearly always that is the recorder's own
 * time; an app on another machine, or a fake with a clock of its own, gives itself away: by the
 * times of its events or, where there are none, by showing what happened later than the recorder
 * could know.
 */
final class AppClock {
  private static final Duration SMALL = Duration.ofMinutes(1);

  private AppClock() {}

  static Instant startOf(Instant recorded, List<Happening> happenings, Notes notes) {
    var told = happenings.stream().flatMap(one -> toldBy(one).stream()).findFirst();
    var start = told.map(at -> near(recorded, at)).orElseGet(() -> latest(recorded, happenings));
    if (!start.equals(recorded)) {
      notes.assumed(
          "clocks", "The app's differs from the recorder's, which showed " + recorded, "the app");
    }
    return start;
  }

  /** When the recording began by the time that an event bears. */
  private static Optional<Instant> toldBy(Happening happening) {
    return happening instanceof Happening.Heard heard
        ? Optional.ofNullable(instant(heard.frame().path("ts"))).map(at -> at.minus(heard.at()))
        : Optional.empty();
  }

  private static Instant near(Instant recorded, Instant told) {
    return Duration.between(recorded, told).abs().compareTo(SMALL) > 0 ? told : recorded;
  }

  /** What is shown has happened. */
  private static Instant latest(Instant recorded, List<Happening> happenings) {
    var start = recorded;
    for (var happening : happenings) {
      if (happening instanceof Happening.Answered answered) {
        var shown = shownBy(answered);
        start = shown.isAfter(start) ? shown : start;
      }
    }
    return start;
  }

  private static Instant shownBy(Happening.Answered answered) {
    var answer = answered.ask().answer();
    return List.of("timestamp", "lastActivity").stream()
        .flatMap(name -> answer.findValues(name).stream())
        .flatMap(time -> Optional.ofNullable(instant(time)).stream())
        .max(Instant::compareTo)
        .map(time -> time.minus(answered.at()))
        .orElse(Instant.MIN);
  }

  private static @Nullable Instant instant(JsonNode value) {
    try {
      if (value.isIntegralNumber()) {
        return Instant.ofEpochMilli(value.longValue()); // as older builds wrote it
      }
      return value.isTextual() ? OffsetDateTime.parse(value.textValue()).toInstant() : null;
    } catch (DateTimeException e) {
      return null; // no time at all
    }
  }
}
