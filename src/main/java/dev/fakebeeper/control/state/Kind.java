package dev.fakebeeper.control.state;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Says for people what stands at a place in JSON. */
final class Kind {
  private static final int LONGEST_SHOWN = 80;

  private Kind() {}

  /** What a parser has before it, with its value if that says more. */
  static String of(JsonParser json) throws IOException {
    var token = json.currentToken();
    if (token == null) {
      return "empty";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(json.getText()) + '"';
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(json.getText());
      default -> json.getText();
    };
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
