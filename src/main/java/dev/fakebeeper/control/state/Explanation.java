package dev.fakebeeper.control.state;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.fakebeeper.control.source.Nearest;
import dev.fakebeeper.world.Message;
import dev.fakebeeper.world.Seen;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the words of the house what Jackson found wrong with an element. */
final class Explanation {
  private static final Map<Class<?>, String> SIMPLE =
      Map.ofEntries(
          entry(String.class, "a text"),
          entry(int.class, "a whole number"),
          entry(Integer.class, "a whole number"),
          entry(long.class, "a whole number"),
          entry(Long.class, "a whole number"),
          entry(Double.class, "a number"),
          entry(boolean.class, "true or false"),
          entry(Boolean.class, "true or false"),
          entry(Instant.class, "an instant such as 2026-06-15T09:30:00Z"),
          entry(Duration.class, "a duration such as PT1.5S"),
          entry(Message.Mentions.class, "a list"),
          entry(Seen.class, "true, false, an instant, or one of these for each participant"),
          entry(byte[].class, "bytes in base64"));

  private final JsonMappingException cause;
  private final JsonPointer path;
  private final JsonPointer place;
  private final Set<String> alsoKnown;

  private Explanation(JsonMappingException cause, JsonPointer place, Set<String> alsoKnown) {
    this.cause = cause;
    this.path = path(cause);
    this.place = place.append(path);
    this.alsoKnown = alsoKnown;
  }

  /**
   * The mistake in an element.
   *
   * @param place where the element stands
   * @param alsoKnown members of the element that are read by somebody else
   */
  static Problem of(JsonMappingException cause, JsonPointer place, Set<String> alsoKnown) {
    return new Explanation(cause, place, alsoKnown).problem();
  }

  private static JsonPointer path(JsonMappingException cause) {
    var path = JsonPointer.empty();
    for (var step : cause.getPath()) {
      path =
          step.getFieldName() == null
              ? path.appendIndex(step.getIndex())
              : path.appendProperty(step.getFieldName());
    }
    return path;
  }

  private Problem problem() {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return unknownMember(unknown);
    }
    if (cause instanceof InvalidNullException) {
      return problem("This is missing", "It must be there", "Add it");
    }
    if (cause instanceof InvalidTypeIdException unknown) {
      return unknownType(unknown);
    }
    if (cause instanceof ValueInstantiationException refused) {
      return problem(sentence(refused), "No world has such a value", "Correct it");
    }
    if (cause instanceof InvalidFormatException bad && bad.getTargetType() == byte[].class) {
      // Half of it is read already, so it cannot be shown.
      return problem("This text is no base64", "It should be bytes in base64", "Encode it anew");
    }
    if (cause.getCause() instanceof InputCoercionException) {
      return problem("This is " + found(), "No world counts so far", "Write a smaller number");
    }
    return wrongKind();
  }

  private Problem problem(String what, String why, String fix) {
    return new Problem(place.toString(), what, why, fix);
  }

  private Problem unknownMember(UnrecognizedPropertyException unknown) {
    var known = new TreeSet<>(path.tail().matches() ? alsoKnown : Set.of());
    unknown.getKnownPropertyIds().forEach(name -> known.add(name.toString()));
    var name = unknown.getPropertyName();
    return problem(
        "There is no member \"" + name + "\" here",
        "The members are " + String.join(", ", known),
        Nearest.of(name, known).map(near -> "Did you mean \"" + near + "\"?").orElse("Remove it"));
  }

  private static String sentence(ValueInstantiationException refused) {
    var reason = refused.getCause() == null ? null : refused.getCause().getMessage();
    return reason == null ? "This value is refused" : "This value is refused: " + reason;
  }

  private Problem wrongKind() {
    var wanted =
        cause instanceof MismatchedInputException mismatch
            ? wanted(mismatch.getTargetType())
            : "something else";
    return problem("This is " + found(), "It should be " + wanted, "Write that instead");
  }

  private Problem unknownType(InvalidTypeIdException unknown) {
    var known =
        Arrays.stream(unknown.getBaseType().getRawClass().getPermittedSubclasses())
            .map(Names::of)
            .sorted()
            .collect(Collectors.joining(", "));
    var type = unknown.getTypeId();
    return problem(
        type == null ? "The member \"type\" is missing" : "There is no type \"" + type + "\"",
        "The types are " + known,
        type == null ? "Add it" : "Write one of them");
  }

  /** The parser still stands where it met the mistake. */
  private String found() {
    try {
      return cause.getProcessor() instanceof JsonParser json ? Kind.of(json) : "something else";
    } catch (IOException e) {
      return "something that cannot be read: " + e.getMessage();
    }
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> Names.of((Enum<?>) constant))
              .collect(Collectors.joining(", "));
    }
    return SIMPLE.getOrDefault(
        type, Collection.class.isAssignableFrom(type) ? "a list" : "an object");
  }
}
