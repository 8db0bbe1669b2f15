package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.fakebeeper.control.source.Nearest;
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
      Map.of(
          String.class, "a text",
          int.class, "a whole number",
          Integer.class, "a whole number",
          long.class, "a whole number",
          Long.class, "a whole number",
          Double.class, "a number",
          boolean.class, "true or false",
          Boolean.class, "true or false",
          Instant.class, "an instant such as 2026-06-15T09:30:00Z",
          Duration.class, "a duration such as PT1.5S");

  private final JsonMappingException cause;
  private final JsonPointer path;
  private final JsonPointer place;
  private final JsonNode element;
  private final Set<String> alsoKnown;

  private Explanation(
      JsonMappingException cause, JsonPointer place, JsonNode element, Set<String> alsoKnown) {
    this.cause = cause;
    this.path = path(cause);
    this.place = place.append(path);
    this.element = element;
    this.alsoKnown = alsoKnown;
  }

  /**
   * The mistake in an element.
   *
   * @param place where the element stands
   * @param alsoKnown members of the element that are read by somebody else
   */
  static Problem of(
      JsonMappingException cause, JsonPointer place, JsonNode element, Set<String> alsoKnown) {
    return new Explanation(cause, place, element, alsoKnown).problem();
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
    if (cause instanceof InvalidTypeIdException) {
      return problem(
          "This is of no known type", "Its \"type\" says which it is", "Correct \"type\"");
    }
    if (cause instanceof ValueInstantiationException refused) {
      return problem(sentence(refused), "No world has such a value", "Correct it");
    }
    if (cause.getCause() instanceof InputCoercionException) {
      return problem("The number " + found() + " is too large", "It must fit", "Write less");
    }
    return wrongKind();
  }

  private Problem problem(String what, String why, String fix) {
    return new Problem(place.toString(), what, why, fix);
  }

  private Problem unknownMember(UnrecognizedPropertyException unknown) {
    var known = new TreeSet<>(alsoKnown);
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
    var value = found();
    var shown = value.isTextual() ? "the text " + value : Kind.of(value);
    return problem("This is " + shown, "It should be " + wanted, "Correct it");
  }

  private JsonNode found() {
    return element.at(path);
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
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return SIMPLE.getOrDefault(type, "an object");
  }
}
