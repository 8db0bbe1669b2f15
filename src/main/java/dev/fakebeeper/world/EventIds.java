package dev.fakebeeper.world;

/**
 * Matrix event ids of messages: derived from the message id and back, so that no index is needed.
 */
final class EventIds {
  private static final String PREFIX = "$fb";
  private static final String SUFFIX = ":fake.beeper.local";

  private EventIds() {}

  static String of(String messageId) {
    return PREFIX + messageId + SUFFIX;
  }

  static boolean isEventId(String id) {
    return id.startsWith(PREFIX)
        && id.endsWith(SUFFIX)
        && id.length() > PREFIX.length() + SUFFIX.length();
  }

  /** The message id inside an event id, which must be one. */
  static String messageId(String eventId) {
    return eventId.substring(PREFIX.length(), eventId.length() - SUFFIX.length());
  }
}
