package dev.fakebeeper.world.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fakebeeper.world.Label;

/** Labels as the vendor's {@code Label}. Thread-safe. */
public final class LabelJson {
  private LabelJson() {}

  /** A {@code Label}. */
  public static ObjectNode write(Label label) {
    return Members.inline().text("id", label.id()).text("name", label.name()).done();
  }

  /** A label that has an {@code id}. */
  public static Label read(JsonNode label) {
    var given = Given.in(label);
    return new Label(given.id("id"), given.text("name", ""));
  }
}
