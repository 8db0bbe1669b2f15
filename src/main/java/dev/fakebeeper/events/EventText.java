package dev.fakebeeper.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes to the text of a frame. A text that is no JSON object is left as it is. */
final class EventText {
  /** Numbers stay as they were written. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private EventText() {}

  static String withoutEntries(String text) {
    return changed(text, frame -> frame.without("entries"));
  }

  static String withNumberTimestamp(String text) {
    return changed(
        text,
        frame -> {
          var ts = frame.path("ts");
          return ts.isTextual()
              ? frame.put("ts", Instant.parse(ts.textValue()).toEpochMilli())
              : frame;
        });
  }

  /** The type of a frame, empty if it has none. */
  static String type(String text) {
    return read(text).map(frame -> frame.path("type").asText("")).orElse("");
  }

  /** The number of an event, 0 for any other frame. */
  static long seq(String text) {
    return read(text).map(frame -> frame.path("seq").asLong(0)).orElse(0L);
  }

  private static String changed(String text, UnaryOperator<ObjectNode> change) {
    return read(text).map(change).map(ObjectNode::toString).orElse(text);
  }

  private static Optional<ObjectNode> read(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode frame
          ? Optional.of(frame)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a test may have made it so on purpose
    }
  }
}
