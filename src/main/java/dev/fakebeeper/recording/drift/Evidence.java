package dev.fakebeeper.recording.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fakebeeper.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A message twice: as it was, to find the differences in, and redacted, to quote from. A report
 * must say nothing that the redaction took away.
 */
record Evidence(JsonNode raw, JsonNode redacted, String file) {
  private static final int LONGEST = 40;

  static Evidence of(byte[] raw, byte[] redacted, String file) {
    return new Evidence(tree(raw), tree(redacted), file);
  }

  static Evidence of(String raw, String redacted, String file) {
    return of(
        raw.getBytes(StandardCharsets.UTF_8), redacted.getBytes(StandardCharsets.UTF_8), file);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // the check of the message has told it
    } catch (IOException e) {
      throw new AssertionError("reading from memory cannot fail", e);
    }
  }

  /** The type of what stands somewhere. */
  String type(String pointer) {
    var value = raw.at(pointer);
    return switch (value.getNodeType()) {
      case STRING -> "a text";
      case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NULL -> "null";
      default -> "";
    };
  }

  /** What stands somewhere after the redaction, shortened. */
  String value(String pointer) {
    var value = redacted.at(pointer);
    var text = value.isMissingNode() ? "" : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** The pattern of a place, without a name that the redaction took for data. */
  String safePattern(String pattern, String pointer) {
    boolean wasRenamed = !raw.at(pointer).isMissingNode() && redacted.at(pointer).isMissingNode();
    int slash = pattern.lastIndexOf('/');
    return wasRenamed && slash >= 0 ? pattern.substring(0, slash) + "/*" : pattern;
  }

  /** Where to look: the place itself if it is the same after the redaction, else its pattern. */
  String place(String pattern, String pointer) {
    int slash = pointer.lastIndexOf('/');
    var owner = slash < 0 ? pointer : pointer.substring(0, slash);
    boolean isSame = !redacted.at(owner).isMissingNode();
    boolean isNamed = !pattern.endsWith("/*") || !redacted.at(pointer).isMissingNode();
    return (file + " " + (isSame && isNamed ? pointer : pattern)).strip();
  }
}
