package dev.fakebeeper.events;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule concerns, and on which connections; what is null does not matter.
 *
 * @param type an event type, such as {@code message.upserted}
 * @param chatId the id or the local id of a chat; events of the app are in none
 * @param socketId one connection, such as {@code socket-1}
 */
@RecordBuilder
public record EventMatch(@Nullable String type, @Nullable String chatId, @Nullable String socketId)
    implements EventMatchBuilder.With {

  /**
   * Looks at the type.
   *
   * @throws IllegalArgumentException when there is no event of that type
   */
  public EventMatch {
    if (type != null && !EventFrames.TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "type (%s) is not the type of an event, so no event would ever match. Take one of %s"
              .formatted(type, String.join(", ", EventFrames.TYPES)));
    }
  }

  /** Every event on every connection. */
  public static EventMatch any() {
    return new EventMatch(null, null, null);
  }

  boolean covers(EventFrame frame, String socket) {
    return (type == null || type.equals(frame.type()))
        && (chatId == null || frame.isIn(chatId))
        && (socketId == null || socketId.equals(socket));
  }
}
