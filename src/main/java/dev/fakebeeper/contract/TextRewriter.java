package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what stands in place of the texts of a message. */
public interface TextRewriter {

  /**
   * A text, or a number where the contract wants a text.
   *
   * @return a text or a number
   */
  JsonNode text(TextRule rule, JsonNode value);

  /** A number where the contract wants one: a count, a time, a size. */
  JsonNode number(JsonNode value);

  /** The key of a map. */
  String key(TextRule rule, String key);

  /** The name of a member that its object does not have by the contract. */
  String unknownName(String name);

  /** A value that the contract does not describe, whatever it is; never null in JSON. */
  JsonNode unknown(JsonNode value);
}
