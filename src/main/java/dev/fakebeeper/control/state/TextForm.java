package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value of time from its ISO 8601 text, and from nothing else. */
final class TextForm<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Function<String, T> parse;

  /**
   * A form.
   *
   * @param parse throws a {@link DateTimeException} for text that is none
   */
  TextForm(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return (T) context.handleUnexpectedToken(handledType(), json);
    }
    try {
      return parse.apply(json.getText());
    } catch (DateTimeException e) {
      return (T) context.handleWeirdStringValue(handledType(), json.getText(), e.getMessage());
    }
  }
}
